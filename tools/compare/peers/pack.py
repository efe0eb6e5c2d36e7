"""The whole job in Python: pack.py INPUT OUT FONTS PDF reads the newest month's masters with their history, and writes a
workbook, a PDF and the figures for each. PDF is full (every recommendation in full, and all in a table) or short (as many of
each as boardpack's paper edition has). Several masters are shared out among processes."""

import json
import multiprocessing
import sys
from pathlib import Path

import book
import platypus
from register import FIGURES, changes, read, summary, text

# What a short PDF holds at most, as boardpack's paper edition: changes, rows of what needs a look, recommendations in full, and in the table.
SHORT = {"changes": 24, "look": 60, "full": 24, "table": 400}


def pack(job):
    masters, out, fonts, most = job
    trend, before, now = [], None, None
    for path in masters:
        before = now
        now, as_at, about = read(path)
        trend.append([text(as_at)] + [sum(f in r["figures"] for r in now) for f in ("outstanding", "complete", "overdue")])
    changed, bridge = changes(before, now) if before else ([], {"closing": trend[-1][1]})
    stem = f"{out}/{masters[-1].stem}"
    book.write(stem + ".xlsx", now, trend, changed, bridge)
    platypus.write(stem + ".pdf", paper(now, about, as_at, changed, bridge, most), fonts)
    with open(stem + ".json", "w") as file:
        json.dump({"themes": summary(now, "Theme"), "owners": summary(now, "Owner"), "movement": bridge, "trend": trend,
                   "recommendations": [{k: text(v) for k, v in r.items() if k not in ("figures", "Recommendation", "Response", "Progress note")} for r in now]},
                  file, ensure_ascii=False, indent=1)


def paper(rows, about, as_at, changed, bridge, most):
    """The same parts as boardpack's PDF, in the blocks that platypus.py lays out."""
    blocks = [{"heading": about["Title"], "level": 1}, {"text": f"{about['Organisation']}, as at {text(as_at)}"},
              {"text": ", ".join(f"{k}: {v}" for k, v in bridge.items())}]
    heads = ["Theme"] + FIGURES + ["percent"]
    add_table(blocks, "Summary by theme", heads, [12] + [6] * len(heads[1:]), [[str(c) for c in r] for r in summary(rows, "Theme")])
    add_table(blocks, "What changed", ["Ref", "Recommendation", "Change", "From", "To"], [6, 50, 12, 12, 12],
              [[r["Ref"], short(r["Recommendation"]), kind, was, now] for r, kind, was, now in changed[:most.get("changes")]])
    for figure in ("overdue", "due_soon"):
        add_table(blocks, figure, ["Ref", "Recommendation", "Owner", "Original due", "Due", "Progress note"], [6, 30, 16, 10, 10, 40],
                  [[r["Ref"], short(r["Recommendation"]), r["Owner"], text(r["Original due"]), text(r["Due"]), r["Progress note"] or ""]
                   for r in [r for r in rows if figure in r["figures"]][:most.get("look")]])
    full = rows if "full" not in most else sorted(rows, key=lambda r: "overdue" not in r["figures"])[:most["full"]]
    for theme in dict.fromkeys(r["Theme"] for r in full):
        blocks.append({"heading": theme, "level": 2})
        for r in full:
            if r["Theme"] == theme:
                blocks += entry(r)
    add_table(blocks, "Register", ["Ref", "Theme", "Recommendation", "Owner", "Standing", "Original due", "Due", "Completed", "Rating"],
              [6, 14, 70, 16, 14, 12, 12, 12, 10],
              [[r["Ref"], r["Theme"], r["Recommendation"], r["Owner"], r["standing"], text(r["Original due"]), text(r["Due"]), text(r["Completed"]), r["rating"]]
               for r in rows[:most.get("table")]], wide=True)
    return {"title": about["Title"], "head": about["Organisation"], "foot": f"As at {text(as_at)}", "blocks": blocks}


def entry(r):
    facts = [f"{name}: {text(r[name])}." for name in ("Owner", "Due", "Original due", "Due as written", "Completed", "Sign-off", "Updated", "Priority", "Scope") if r[name]]
    blocks = [{"heading": f"Recommendation {r['Ref']} · {r['rating']}", "level": 3}, {"text": r["Recommendation"]}, {"text": " ".join(facts)}]
    return blocks + [{"label": name, "text": r[name]} for name in ("Response", "Progress note", "Reason for change", "Evidence") if r[name]]


def add_table(blocks, title, columns, widths, rows, wide=False):
    blocks.append({"heading": title, "level": 2})
    blocks.append({"table": {"wide": wide, "columns": columns, "widths": widths, "rows": rows}} if rows else {"text": "None."})


def short(s):
    return s if len(s) <= 120 else s[:119] + "…"


def main():
    source, out, fonts, pdf = sys.argv[1:]
    most = SHORT if pdf == "short" else {}
    Path(out).mkdir(parents=True, exist_ok=True)
    months = sorted(Path(source).glob("20[0-9][0-9]-[0-9][0-9]"))
    jobs = [([m / newest.name for m in months if (m / newest.name).exists()], out, fonts, most) for newest in sorted(months[-1].glob("*.xlsx"))]
    if len(jobs) == 1:
        pack(jobs[0])
        return
    with multiprocessing.Pool() as pool:
        pool.map(pack, jobs, chunksize=1)


if __name__ == "__main__":
    main()
