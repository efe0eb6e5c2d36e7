#!/usr/bin/env python3
"""printed.py WORKBOOK...: prints each workbook with LibreOffice, and measures what is on paper, sheet by sheet: how many pages, the smallest
letters in points (9 at least), and whether a table that goes on over pages has its headings on each. Prints a line for each sheet; exit status 1
where a rule is broken, or where one that is broken on purpose is not found. Needs openpyxl, pdfminer.six and LibreOffice."""
import os, subprocess, sys, tempfile
import openpyxl
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

LEAST = 9.0
EDGE = 42  # points above and below that the heads and feet of pages have


def lines(page):
    """the lines of text of a page from the top, each with its place from the top and the left, and the size of its letters"""
    out = []
    for box in page:
        for line in box if isinstance(box, LTTextContainer) else ():
            sizes = [c.fontsize if hasattr(c, 'fontsize') else c.size for c in line if isinstance(c, LTChar)] if isinstance(line, LTTextLine) else []
            if sizes and line.get_text().strip():
                out.append((page.height - line.y1, line.x0, min(sizes), line.get_text().strip()))
    return sorted(out)


def on_paper(path):
    """the pages of each sheet by its name, which is in the head of each page"""
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(['soffice', '-env:UserInstallation=file://' + out + '/profile', '--headless', '--convert-to', 'pdf', '--outdir', out, path],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pages = [(p.height, lines(p)) for p in extract_pages(os.path.join(out, os.path.splitext(os.path.basename(path))[0] + '.pdf'))]
    names, sheets = openpyxl.load_workbook(path, read_only=True).sheetnames, {}
    for height, found in pages:
        name = next((n for top, _, _, text in found if top < EDGE for n in names if text == n), '?')
        sheets.setdefault(name, []).append([l for l in found if EDGE <= l[0] < height - EDGE])
    return sheets


def columns(sheet):
    """the texts of the first column that are headings of tables, and those that are in their rows"""
    heads, rows = set(), set()
    for table in sheet.tables.values():
        cells = [str(row[0].value) for row in sheet[table.ref]]
        heads.add(cells[0])
        rows.update(cells[1:])
    return heads, rows - heads


def check(path, printed):
    book, broken = openpyxl.load_workbook(path, data_only=True), []
    for name, pages in on_paper(path).items():
        least = min(size for page in pages for _, _, size, _ in page)
        heads, rows = columns(book[name])
        bare = [n for n, page in enumerate(pages, 1) if n > 1 and page and min(page, key=lambda l: (round(l[0]), l[1]))[3] in rows]
        if printed:
            print('%-40s %-30s %3d pages, letters of %5.2f points%s' % (os.path.basename(path)[:40], name, len(pages), least, ', no headings on page %s' % bare if bare else ''))
        broken += [f'{os.path.basename(path)}, sheet {name}: letters below {LEAST} points, or a page without headings'] if least < LEAST or bare else []
    return broken


def planted(path):
    """a copy with a column so wide that its sheet shrinks, and one without the headings that are repeated"""
    for spoil in (lambda s: setattr(s.column_dimensions['C'], 'width', 200), lambda s: setattr(s, 'print_title_rows', None)):
        with tempfile.TemporaryDirectory() as dir:
            book = openpyxl.load_workbook(path)
            for sheet in book:
                spoil(sheet)
            copy = os.path.join(dir, 'planted.xlsx')
            book.save(copy)
            yield check(copy, False)


def main(paths):
    broken = [name for path in paths for name in check(path, True)]
    for found in planted(paths[-1]):
        print('planted: found on %d sheets' % len(found))
        broken += [] if found else ['a planted fault is not found']
    for fault in broken:
        print(fault, file=sys.stderr)
    return 1 if broken else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
