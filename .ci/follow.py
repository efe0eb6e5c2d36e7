#!/usr/bin/env python3
"""follow.py WORKBOOK...: sorts the recommendations of each workbook in LibreOffice by three columns, one after the other, and follows
every link that is a formula: the cell that it leads to must hold the text that the link shows. Every other link must lead to the sheet of its
name, or to the recommendations. Then copies the first fifty rows that a filter leaves into a text document, and compares rows, columns and
the texts of the dates. At last it gives every sheet another name, and follows the links again; and it plants one that leads to a row by its
number, which must be found. Prints a line for each workbook; exit status 1 on any difference. Needs python3-uno and libreoffice-writer."""
import os, re, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.table import TableSortField

LINK = re.compile(r'^=HYPERLINK\((.*);(".*")\)$')


def value(name, v):
    p = PropertyValue()
    p.Name, p.Value = name, v
    return p


def start():
    profile = tempfile.mkdtemp()
    pipe = 'follow%d' % os.getpid()
    office = subprocess.Popen(['soffice', '-env:UserInstallation=file://' + profile, '--headless', '--norestore', '--accept=pipe,name=%s;urp;' % pipe],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(120):
        try:
            return office, resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe)
        except Exception:
            time.sleep(0.5)
    office.kill()
    sys.exit('LibreOffice does not answer')


def table(book):
    """the range of the recommendations, with its headings"""
    return book.DatabaseRanges.getByName('Recommendations').getReferredCells()


def links(book):
    """every cell with a link that is a formula"""
    for sheet in (book.Sheets.getByIndex(i) for i in range(book.Sheets.Count)):
        found = sheet.queryContentCells(16)  # formulas
        for area in found.RangeAddresses:
            for c in range(area.StartColumn, area.EndColumn + 1):
                for r in range(area.StartRow, area.EndRow + 1):
                    cell = sheet.getCellByPosition(c, r)
                    m = LINK.match(cell.Formula)
                    if m:
                        yield cell, m.group(1)


def place(book, address):
    """the cell of an address such as 'Owner''s list'!A5, as Excel has it, or $'Owner''s list'.A5, as LibreOffice does; else none"""
    m = re.match(r"^#\$?(?:'((?:[^']|'')+)'|([^'!]+))[!.]([A-Z]+)(\d+)$", address)
    name = m and (m.group(1) or m.group(2)).replace("''", "'")
    return book.Sheets.getByName(name).getCellRangeByName(m.group(3) + m.group(4)) if m and book.Sheets.hasByName(name) else None


def follow(book):
    """the number of links, and those that lead to another text than they show"""
    scratch = book.Sheets.getByIndex(book.Sheets.Count - 1).getCellByPosition(200, 5000)
    n, wrong = 0, []
    for cell, address in links(book):
        n += 1
        scratch.Formula = '=' + address
        to = place(book, scratch.String)
        if not to or to.String != cell.String:
            wrong.append('%s leads to %s' % (cell.String, scratch.String))
    scratch.String = ''
    return n, wrong


def named(book, titles, main, main_title):
    """the number of links that are no formulas, and those that lead elsewhere than to the sheet whose name they show, or else to the
    recommendations. Titles are the names that the sheets had at first."""
    n, wrong = 0, []
    for sheet in (book.Sheets.getByIndex(i) for i in range(book.Sheets.Count)):
        for area in sheet.queryContentCells(4).RangeAddresses:  # texts
            for r in range(area.StartRow, area.EndRow + 1) if sheet.Name != main else ():
                for c in range(area.StartColumn, area.EndColumn + 1):
                    cell = sheet.getCellByPosition(c, r)
                    for url in [cell.TextFields.getByIndex(i).URL for i in range(cell.TextFields.Count)]:
                        n += 1
                        name = url.lstrip('#')
                        to = titles[book.NamedRanges.getByName(name).ReferredCells.RangeAddress.Sheet] if book.NamedRanges.hasByName(name) else ''
                        if to != (cell.String if cell.String in titles else main_title):
                            wrong.append('%s leads to %s' % (cell.String, url))
    return n, wrong


def sorted_three(book, cells):
    """what leads elsewhere after each of three sorts"""
    wrong = []
    for column, down in ((2, False), (6, True), (7, False)):
        sort(cells, column, down)
        book.calculateAll()
        wrong += follow(book)[1]
    return wrong


def planted(book, cells):
    """a link by the number of a row, as they were once: how many lead elsewhere after the sorts"""
    cell, address = next(links(book))
    row = [cells.getCellByPosition(0, r).String for r in range(cells.Rows.Count)].index(cell.String) + cells.RangeAddress.StartRow + 1
    formula, name = cell.Formula, cells.Spreadsheet.Name.replace("'", "''")
    cell.Formula = '=HYPERLINK("#\'%s\'!A%d";"%s")' % (name, row, cell.String)
    found = len(sorted_three(book, cells))
    cell.Formula = formula
    return found


def renamed(book, cells, titles, main):
    """what leads elsewhere when every sheet has another name"""
    for i in range(book.Sheets.Count):
        book.Sheets.getByIndex(i).Name = "Sheet %d's" % (i + 1)
    book.calculateAll()
    return follow(book)[1] + named(book, titles, cells.Spreadsheet.Name, main)[1]


def sort(cells, column, down):
    field = TableSortField()
    field.Field, field.IsAscending = column, not down
    rows = cells.Spreadsheet.getCellRangeByPosition(cells.RangeAddress.StartColumn, cells.RangeAddress.StartRow, cells.RangeAddress.EndColumn, cells.RangeAddress.EndRow)
    rows.sort((value('ContainsHeader', True), value('SortFields', uno.Any('[]com.sun.star.table.TableSortField', (field,)))))


def keep(cells, column):
    """filters the rows by the commonest text of a column"""
    texts = [cells.getCellByPosition(column, r).String for r in range(1, cells.Rows.Count)]
    field = TableFilterField()
    field.Field, field.IsNumeric, field.StringValue, field.Operator = column, False, max(sorted(set(texts)), key=texts.count), EQUAL
    descriptor = cells.createFilterDescriptor(True)
    descriptor.ContainsHeader = True
    descriptor.setFilterFields((field,))
    cells.filter(descriptor)


def copied(context, desktop, book, cells):
    """copies what is shown of the first columns into a text document, and gives what differs"""
    dispatcher = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.DispatchHelper', context)
    columns, rows = 11, cells.Rows.Count  # those in view
    keep(cells, 4)
    shown_rows = [r for r in range(rows) if cells.Rows.getByIndex(r).IsVisible][:51]
    rows = shown_rows[-1] + 1
    shown = cells.Spreadsheet.getCellRangeByPosition(cells.RangeAddress.StartColumn, cells.RangeAddress.StartRow, cells.RangeAddress.StartColumn + columns - 1, cells.RangeAddress.StartRow + rows - 1)
    wanted = [[shown.getCellByPosition(c, r).String for c in range(columns)] for r in range(rows) if shown.Rows.getByIndex(r).IsVisible]
    controller = book.CurrentController
    controller.select(shown)
    dispatcher.executeDispatch(controller.Frame, '.uno:Copy', '', 0, ())
    text = desktop.loadComponentFromURL('private:factory/swriter', '_blank', 0, ())
    html = 51  # a table, with the texts as they are shown
    dispatcher.executeDispatch(text.CurrentController.Frame, '.uno:ClipboardFormatItems', '', 0, (value('SelectedFormat', uno.Any('unsigned long', html)),))
    tables = text.TextTables
    if tables.Count == 0:
        text.close(False)
        return len(wanted), ['no table was pasted']
    pasted = tables.getByIndex(0)
    found = [[pasted.getCellByPosition(c, r).String.strip() for c in range(pasted.Columns.Count)] for r in range(pasted.Rows.Count)]
    text.close(False)
    squeezed = lambda table: [[' '.join(cell.split()) for cell in row] for row in table]
    if squeezed(found) != squeezed(wanted):
        differ = [(a, b) for a, b in zip(squeezed(wanted), squeezed(found)) if a != b][:2]
        return len(wanted), ['%d rows of %d columns became %d of %d: %s' % (len(wanted), columns, len(found), len(found[0]), differ)]
    return len(wanted), []


def main(paths):
    office, context = start()
    desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    failed = 0
    try:
        for path in paths:
            book = desktop.loadComponentFromURL('file://' + os.path.abspath(path), '_blank', 0, (value('Hidden', False),))
            cells, titles = table(book), book.Sheets.ElementNames
            main = cells.Spreadsheet.Name
            (n, wrong), (more, elsewhere) = follow(book), named(book, titles, main, main)
            wrong += elsewhere + sorted_three(book, cells)
            found = planted(book, cells)
            rows, differ = copied(context, desktop, book, cells)
            after = renamed(book, cells, titles, main)
            failed |= bool(wrong or differ or after or not n or not more or not found)
            print('%-52s %4d links to rows and %d to sheets: %d lead elsewhere after three sorts, %d after other names, planted ones found %d; %d rows copied%s' %
                  (os.path.basename(path), n, more, len(wrong), len(after), found, rows, ''.join('; ' + d for d in differ + wrong[:3] + after[:3])))
            book.close(False)
    finally:
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait(20)
    return failed


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
