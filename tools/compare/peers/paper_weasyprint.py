"""paper_weasyprint.py PAPER OUT FONTS: the PDF alone with WeasyPrint, from HTML. Table heads repeat by themselves; columns are
fixed, which its guide advises for long tables."""

import json
import sys
from html import escape

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = """
@font-face { font-family: L; src: url(file://FONTS/LiberationSans-Regular.ttf) }
@font-face { font-family: L; font-weight: bold; src: url(file://FONTS/LiberationSans-Bold.ttf) }
@page { size: A4; margin: 45pt; @top-left { content: "HEAD"; font: 8pt L } @bottom-right { content: "Page " counter(page); font: 8pt L } }
body { font: 9.5pt L } p { margin: 0 0 4pt }
table { table-layout: fixed; width: 100%; border-collapse: collapse; font-size: 8pt }
td, th { text-align: left; vertical-align: top; padding: 3pt; border-bottom: 0.3pt solid grey } th { background: #E8EDF2 }
"""


def table(t):
    total = sum(t["widths"])
    head = "".join(f'<th style="width:{100 * w / total}%">{escape(c)}' for c, w in zip(t["columns"], t["widths"]))
    rows = "".join("<tr>" + "".join(f"<td>{escape(c)}" for c in row) for row in t["rows"])
    return f'<table><thead><tr>{head}<tbody>{rows}</table>'


def html(paper):
    out = [f'<html lang="en"><title>{escape(paper["title"])}</title><body>']
    for b in paper["blocks"]:
        if "heading" in b:
            out.append(f'<h{b["level"]}>{escape(b["heading"])}</h{b["level"]}>')
        if "label" in b:
            out.append(f'<p><b>{escape(b["label"])}</b></p>')
        if "text" in b:
            out.append(f'<p>{escape(b["text"])}</p>')
        if "table" in b:
            out.append(table(b["table"]))
    return "".join(out)


if __name__ == "__main__":
    source, out, fonts = sys.argv[1:]
    with open(source) as file:
        paper = json.load(file)
    config = FontConfiguration()
    style = CSS(string=STYLE.replace("FONTS", fonts).replace("HEAD", paper["head"]), font_config=config)
    HTML(string=html(paper)).write_pdf(out, stylesheets=[style], font_config=config)
