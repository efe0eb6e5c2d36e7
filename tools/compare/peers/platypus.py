"""Lays a paper out with ReportLab's platypus: flowing paragraphs, and LongTable, which its guide advises for tables over many
pages, with the header repeated."""

from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, NextPageTemplate, PageBreak, PageTemplate, Paragraph, TableStyle

MARGIN = 45
ROWS = 400  # to a table: a LongTable splits what is left of itself at each page, which grows with the square of its rows


def write(path, paper, fonts):
    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont("Liberation-" + name, f"{fonts}/LiberationSans-{name}.ttf"))
    plain = ParagraphStyle("plain", fontName="Liberation-Regular", fontSize=9.5, leading=13, spaceAfter=4)
    styles = {
        "plain": plain,
        "label": ParagraphStyle("label", parent=plain, fontName="Liberation-Bold", keepWithNext=1),
        "cell": ParagraphStyle("cell", parent=plain, fontSize=8, leading=10),
        1: ParagraphStyle("h1", parent=plain, fontName="Liberation-Bold", fontSize=20, leading=26, keepWithNext=1),
        2: ParagraphStyle("h2", parent=plain, fontName="Liberation-Bold", fontSize=15, leading=20, keepWithNext=1),
        3: ParagraphStyle("h3", parent=plain, fontName="Liberation-Bold", fontSize=11, leading=15, keepWithNext=1),
    }
    document = BaseDocTemplate(path, pagesize=A4, title=paper["title"], lang="en")
    document.addPageTemplates([template("upright", A4, paper), template("turned", landscape(A4), paper)])
    flow, wide = [], False
    for block in paper["blocks"]:
        table = block.get("table")
        if table and table.get("wide", False) != wide:
            wide = not wide
            flow += [NextPageTemplate("turned" if wide else "upright"), PageBreak()]
        if block.get("heading"):
            flow.append(Paragraph(escape(block["heading"]), styles[block["level"]]))
        if block.get("label"):
            flow.append(Paragraph(escape(block["label"]), styles["label"]))
        if block.get("text"):
            flow.append(Paragraph(escape(block["text"]), styles["plain"]))
        if table:
            flow += tables(table, styles["cell"], (landscape(A4) if wide else A4)[0] - 2 * MARGIN)
    document.build(flow)


def template(name, size, paper):
    def decorate(canvas, document):
        canvas.setFont("Liberation-Regular", 8)
        canvas.drawString(MARGIN, size[1] - 28, paper["head"])
        canvas.drawString(MARGIN, 24, paper["foot"])
        canvas.drawRightString(size[0] - MARGIN, 24, f"Page {document.page}")
    frame = Frame(MARGIN, 40, size[0] - 2 * MARGIN, size[1] - 80)
    return PageTemplate(id=name, frames=[frame], pagesize=size, onPage=decorate)


def tables(table, cell, width):
    """Texts are paragraphs, so that they wrap; short cells are plain strings, which are faster."""
    widths = [width * w / sum(table["widths"]) for w in table["widths"]]
    style = TableStyle([
        ("FONT", (0, 0), (-1, -1), "Liberation-Regular", 8), ("FONT", (0, 0), (-1, 0), "Liberation-Bold", 8),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#E8EDF2")), ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ])
    head = [Paragraph(escape(c), cell) for c in table["columns"]]
    out = []
    for start in range(0, len(table["rows"]), ROWS):
        rows = [[wrapped(c, w, cell) for c, w in zip(row, widths)] for row in table["rows"][start:start + ROWS]]
        out.append(LongTable([head] + rows, colWidths=widths, repeatRows=1, style=style))
    return out


def wrapped(text, width, cell):
    return text if len(text) * 5 < width - 12 else Paragraph(escape(text), cell)
