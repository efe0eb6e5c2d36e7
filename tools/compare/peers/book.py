"""Writes the workbook with XlsxWriter in constant_memory mode, its advice for large files: rows in order, formats made once."""

import xlsxwriter

from register import FIGURES, summary, text

LONG = {"Recommendation": 60, "Response": 60, "Progress note": 50, "Reason for change": 36, "Evidence": 36}
DATES = {"Original due", "Due", "Completed", "Updated"}


def write(path, rows, trend, changed, bridge):
    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "d mmm yyyy"}) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "bg_color": "#1A3A5C", "font_color": "#FFFFFF", "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "date": book.add_format({"num_format": "d mmm yyyy", "valign": "top"}),
        }
        heads = ["Name"] + FIGURES + ["percent_complete"]
        for name, column in (("Summary by theme", "Theme"), ("Summary by heading", "Heading"), ("Summary by owner", "Owner"),
                             ("Summary by source", "Source")):
            sheet(book, name, formats, heads, summary(rows, column), {})
        sheet(book, "Trend", formats, ["As at", "Outstanding", "Complete", "Overdue"], trend, {})
        sheet(book, "Movement", formats, list(bridge), [list(bridge.values())], {})
        sheet(book, "Changes", formats, ["Ref", "Theme", "Recommendation", "Change", "From", "To"],
              [[r["Ref"], r["Theme"], r["Recommendation"], kind, was, now] for r, kind, was, now in changed], {"Recommendation": 60})
        for figure in ("overdue", "due_soon"):
            sheet(book, figure, formats, ["Ref", "Recommendation", "Owner", "Original due", "Due", "Progress note"],
                  [[r[c] for c in ("Ref", "Recommendation", "Owner", "Original due", "Due", "Progress note")] for r in rows if figure in r["figures"]], LONG)
        names = [c for c in rows[0] if c not in ("figures", "standing", "rating")]
        sheet(book, "Recommendations", formats, names + ["Standing", "Overdue", "Rating"],
              ([r[c] for c in names] + [r["standing"], "Yes" if "overdue" in r["figures"] else "No", r["rating"]] for r in rows), LONG)


def sheet(book, name, formats, heads, rows, widths):
    page = book.add_worksheet(name)
    page.freeze_panes(1, 0)
    for i, head in enumerate(heads):
        page.set_column(i, i, widths.get(head, 14))
    page.write_row(0, 0, heads, formats["head"])
    dates = {i for i, head in enumerate(heads) if head in DATES}
    last = 0
    for last, row in enumerate(rows, start=1):
        for i, value in enumerate(row):
            if value is None or value == "":
                continue
            if i in dates:
                page.write_datetime(last, i, value, formats["date"])
            elif isinstance(value, str):
                page.write_string(last, i, value, formats["text"])
            elif isinstance(value, int):
                page.write_number(last, i, value, formats["text"])
            else:
                page.write_string(last, i, text(value), formats["text"])
    page.autofilter(0, 0, last, len(heads) - 1)
