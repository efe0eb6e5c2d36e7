#!/usr/bin/env python3
"""readers.py SHEETJS WORKBOOK...: reads every cell of each workbook with openpyxl, calamine and SheetJS, and compares them. SHEETJS is the
folder in which the package xlsx is installed. Prints a line for each workbook; exit status 1 on a difference or a warning."""
import datetime, json, os, subprocess, sys, warnings
import openpyxl
from python_calamine import CalamineWorkbook

READ = """const X = require(process.argv[1] + '/node_modules/xlsx'), out = {}
const book = X.readFile(process.argv[2])
for (const name of book.SheetNames) for (const [at, cell] of Object.entries(book.Sheets[name])) if (at[0] !== '!' && cell.v !== undefined && cell.v !== '') out[name + '!' + at] = cell.v
console.log(JSON.stringify(out))"""
ZERO = datetime.datetime(1899, 12, 30)


def plain(v):
    """a value as the file stores it: days are numbers"""
    if isinstance(v, datetime.datetime):
        return (v - ZERO).total_seconds() / 86400
    if isinstance(v, datetime.date):
        return float((datetime.datetime.combine(v, datetime.time()) - ZERO).days)
    if isinstance(v, bool) or isinstance(v, str):
        return v.replace('\r\n', '\n') if isinstance(v, str) else v
    return round(float(v), 9)


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {'%s!%s' % (s.title, c.coordinate): plain(c.value) for s in book for row in s.iter_rows() for c in row if c.value not in (None, '')}


def by_calamine(path):
    out, book = {}, CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        for r, row in enumerate(sheet.to_python(skip_empty_area=False)):
            for c, v in enumerate(row):
                if v != '':
                    out['%s!%s%d' % (name, openpyxl.utils.get_column_letter(c + 1), r + 1)] = plain(v)
    return out


def by_sheetjs(folder, path):
    said = subprocess.run(['node', '-e', READ, folder, os.path.abspath(path)], capture_output=True, text=True, check=True)
    if said.stderr:
        raise Warning(said.stderr)
    return {at: plain(v) for at, v in json.loads(said.stdout).items()}


def main(folder, paths):
    warnings.simplefilter('error')
    failed = 0
    for path in paths:
        read = {'openpyxl': by_openpyxl(path), 'calamine': by_calamine(path), 'SheetJS': by_sheetjs(folder, path)}
        first = read['openpyxl']
        differ = ['%s: %s reads %r, openpyxl %r' % (at, who, cells.get(at), first.get(at)) for who, cells in read.items() for at in sorted(set(first) | set(cells)) if first.get(at) != cells.get(at)]
        failed |= bool(differ or not first)
        print('%-52s %6d cells, %d read otherwise%s' % (os.path.basename(path), len(first), len(differ), ''.join('\n  ' + d[:200] for d in differ[:5])))
    return failed


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2:]))
