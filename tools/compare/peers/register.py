"""Reads masters with openpyxl and counts, as a team's own script would."""

from collections import Counter
from datetime import date, datetime, timedelta

import openpyxl

THEMES = ["Resourcing", "Training", "Data", "Perpetrators", "Victims"]
FIGURES = ["total", "external", "in_scope", "complete", "awaiting_sign_off", "in_progress", "not_started", "open", "outstanding",
           "dated", "overdue", "due_soon", "due_later", "no_date", "slipped", "no_response"]


def read(path):
    """The rows of a master as dicts, and its as-at date. Read-only mode, values alone: openpyxl's advice for large files."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    rows = book["Recommendations"].iter_rows(values_only=True)
    names = next(rows)
    out = [dict(zip(names, row)) for row in rows]
    book.close()
    as_at = day(about["As at"])
    for row in out:
        classify(row, as_at)
    return out, as_at, about


def day(value):
    return value.date() if isinstance(value, datetime) else value


def classify(row, as_at):
    """Works out where a row stands, and puts the figures that count it under "figures"."""
    for name in ("Original due", "Due", "Completed", "Updated"):
        row[name] = day(row[name])
    if row["Due as written"] == "Autumn 2023":
        row["Original due"] = row["Original due"] or date(2023, 11, 30)
        row["Due"] = row["Due"] or date(2023, 11, 30)
    figures = {"total"}
    if row["Scope"] == "External":
        figures.add("external")
    else:
        figures.add("in_scope")
        if row["Status"] == "Complete":
            figures.add("complete" if row["Sign-off"] == "Agreed" else "awaiting_sign_off")
        else:
            figures.add("in_progress" if row["Status"] == "In progress" else "not_started")
            figures.add("open")
            due = row["Due"]
            if due is None:
                figures.add("no_date")
            else:
                figures.add("dated")
                if due < as_at:
                    figures.add("overdue")
                elif due <= as_at + timedelta(days=60):
                    figures.add("due_soon")
                else:
                    figures.add("due_later")
        if "complete" not in figures:
            figures.add("outstanding")
        if row["Due"] and row["Original due"] and row["Due"] > row["Original due"]:
            figures.add("slipped")
        if not row["Response"]:
            figures.add("no_response")
    row["figures"] = figures
    row["standing"] = next((f for f in ("external", "complete", "awaiting_sign_off", "in_progress", "not_started") if f in figures))
    row["rating"] = rating(row)


def rating(row):
    figures = row["figures"]
    if "external" in figures:
        return "Not rated"
    if "complete" in figures:
        return "Blue"
    if "overdue" in figures:
        return "Red"
    return "Amber" if figures & {"due_soon", "no_date", "slipped"} else "Green"


def summary(rows, column):
    """A row of figures for each value of a column, and for the whole."""
    counts = {}
    for row in rows:
        counts.setdefault(row[column], Counter()).update(row["figures"])
        counts.setdefault("All", Counter()).update(row["figures"])
    counts["All"] = counts.pop("All", Counter())
    out = []
    for name, count in counts.items():
        percent = round(100 * count["complete"] / count["in_scope"]) if count["in_scope"] else None
        out.append([name] + [count[f] for f in FIGURES] + ["" if percent is None else f"{percent}%"])
    return out


def changes(before, now):
    """What happened since the month before, row by row, and the movement of what is outstanding."""
    was = {row["Ref"]: row for row in before}
    out, bridge = [], Counter(opening=sum("outstanding" in r["figures"] for r in before))
    for row in now:
        old = was.get(row["Ref"])
        if old is None:
            out.append((row, "new", "", row["standing"]))
            bridge["new"] += "outstanding" in row["figures"]
            continue
        if row["standing"] != old["standing"]:
            out.append((row, "status", old["standing"], row["standing"]))
            bridge["completed"] += "outstanding" in old["figures"] and "outstanding" not in row["figures"]
        if row["Due"] != old["Due"]:
            out.append((row, "re-dated", text(old["Due"]), text(row["Due"])))
        if "overdue" in row["figures"] and "overdue" not in old["figures"]:
            out.append((row, "newly overdue", "", text(row["Due"])))
    bridge["closing"] = sum("outstanding" in r["figures"] for r in now)
    return out, bridge


def text(value):
    if value is None:
        return ""
    return value.strftime("%-d %b %Y") if isinstance(value, date) else str(value)
