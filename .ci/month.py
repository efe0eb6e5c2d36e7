#!/usr/bin/env python3
"""month.py BOARDPACK SHEETJS: plays the month of docs/round.md, section "A month of the sample", with the sample of this repository. Each command
there is run and must print what stands there; a line "…" stands for any lines. What the team and the owners do between the commands
is here: they fill in their workbooks with openpyxl, LibreOffice, SheetJS (the package xlsx in the folder SHEETJS) and by copying values. Prints a
line for each command; exit status 1 on a difference. With --show it prints the whole transcript as it is."""
import datetime, os, re, shlex, shutil, subprocess, sys, tempfile, zipfile
import openpyxl

SHEETJS = """const X = require(process.argv[1] + '/node_modules/xlsx')
X.writeFile(X.readFile(process.argv[2], {cellStyles: true, cellNF: true}), process.argv[3])"""
ANSWERS = ['Status', 'Progress since then', 'New date', 'Why it moves', 'Completed on', 'Evidence', 'Not mine: belongs to']
SENT, CAME = 'rounds/2023-10/to-send/2023-10-%s.xlsx', 'rounds/2023-10/returns/%s'


class Return:
    """the workbook of an owner, opened to be filled in"""

    def __init__(self, owner):
        self.path = SENT % owner
        self.book = openpyxl.load_workbook(self.path)
        self.sheet = self.book.worksheets[0]
        self.columns = {c.value: c.column for c in self.sheet[5]}
        self.rows = [r for r in range(6, self.sheet.max_row + 1) if self.sheet.cell(r, 1).value]

    def fill(self, n, **answers):
        for heading, value in answers.items():
            self.sheet.cell(self.rows[n], self.columns[heading.replace('_', ' ')]).value = value
        return self

    def no_change(self, since=0):
        for n in range(since, len(self.rows)):
            self.fill(n, Status='No change')
        return self

    def sort_answers_alone(self):
        """turns the white columns upside down, and leaves the grey ones as they are"""
        block = [[self.sheet.cell(r, self.columns[h]).value for h in ANSWERS] for r in self.rows][::-1]
        for r, values in zip(self.rows, block):
            for h, v in zip(ANSWERS, values):
                self.sheet.cell(r, self.columns[h]).value = v
        return self

    def by_values(self):
        copy = openpyxl.Workbook()
        for row in self.sheet.iter_rows():
            for c in row:
                if c.value is not None and c.data_type != 'f':
                    v = c.value
                    copy.active.cell(c.row, c.column).value = (v - datetime.datetime(1899, 12, 30)).days if isinstance(v, datetime.datetime) else v
        self.book = copy
        return self

    def save(self, name):
        self.book.save(CAME % name)
        stamp(name)

    def by_office(self, name, *formats):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'return.xlsx')
            self.book.save(path)
            for form in formats:
                made = os.path.join(folder, form)
                subprocess.run(['soffice', '-env:UserInstallation=file://' + os.path.abspath('office'), '--headless', '--convert-to', form, '--outdir', made, path], check=True, capture_output=True)
                path = os.path.join(made, 'return.' + form)
            shutil.copy(path, CAME % name)
        stamp(name)

    def by_sheetjs(self, name):
        self.save('between.xlsx')
        subprocess.run(['node', '-e', SHEETJS, sys.argv[2], os.path.abspath(CAME % 'between.xlsx'), os.path.abspath(CAME % name)], check=True)
        os.remove(CAME % 'between.xlsx')
        stamp(name)


saved = datetime.datetime(2023, 10, 17, 9)  # when the next return was saved


def stamp(name):
    """puts the time of the last change that a file names into October 2023, where this is played; one that names none stays without"""
    global saved
    saved += datetime.timedelta(hours=1)
    before = zipfile.ZipFile(CAME % name)
    with zipfile.ZipFile(CAME % 'stamped', 'w', zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            data = before.read(part)
            if part.filename == 'docProps/core.xml':
                data = re.sub(rb'(<dcterms:modified[^>]*>)[^<]*', rb'\g<1>' + saved.strftime('%Y-%m-%dT%H:%M:%SZ').encode(), data)
            after.writestr(part, data)
    os.replace(CAME % 'stamped', CAME % name)


def day(d, m, y=2023):
    return datetime.datetime(y, m, d)


def first_answers():
    """seven of nine answer: one moves a date without a reason, one sorts the white columns alone, one writes what cannot be read"""
    Return('head-of-custody').fill(0, Status='Complete', Completed_on=day(10, 10), Progress_since_then='Done; the minute has it.', Evidence='Minute 12').no_change(1).save('return.xlsx')
    Return('head-of-vulnerability').fill(0, Status='In progress', New_date=day(30, 6, 2024), Progress_since_then='Half of it works.').no_change(1).by_office('Copy of update (1).xlsx', 'xlsx')
    Return('offender-management').no_change().by_office('om.xlsx', 'ods', 'xlsx')
    performance().sort_answers_alone().by_values().save('final FINAL.xlsx')
    Return('custody-training').no_change().by_sheetjs('training.xlsx')
    Return('vulnerability-training').fill(0, Status='In progress', Progress_since_then='The first course is booked.').save('vt.xlsx')
    Return('head-of-custody-and-health-board').fill(0, Status='Complet', Completed_on='31/9/2023').no_change(1).save('hb.xlsx')


def performance():
    r = Return('performance-team')
    return r.fill(0, Status='In progress', New_date=day(30, 6, 2024), Why_it_moves='The supplier is late.', Progress_since_then='The data are tested.').no_change(1)


def late_answers():
    """four days later two more answer; one corrects what could not be read, one says more; what was sorted badly is taken away and comes as it was meant"""
    global saved
    saved = datetime.datetime(2023, 10, 21, 9)
    Return('dci-vulnerability-and-rasso').no_change().save('rasso.xlsx')
    Return('victim-services-lead').no_change().by_office('Victim Services.xlsx', 'xlsx')
    Return('head-of-custody-and-health-board').fill(0, Status='Complete', Completed_on=day(30, 9)).no_change(1).save('hb v2.xlsx')
    Return('vulnerability-training').fill(0, Progress_since_then='Both courses are booked.').save('vt.2.xlsx')
    os.remove(CAME % 'final FINAL.xlsx')
    performance().save('final, sorted back.xlsx')


def decide():
    """the team takes the date without a reason"""
    path = 'rounds/2023-10/results/results.xlsx'
    book = openpyxl.load_workbook(path)
    sheet = book['To decide']
    heads = {c.value: c.column for c in sheet[4]}
    for r in range(5, sheet.max_row + 1):
        sheet.cell(r, heads['Decision']).value = 'Take the answer'
    book.save(path)


def transcript(text):
    """the commands of the section, each with the lines that follow it"""
    out = []
    for line in text.split('## A month of the sample')[1].split('\n## ')[0].split('\n'):
        if line.startswith('    $ '):
            out.append((line[6:], []))
        elif line.startswith('    ') and out:
            out[-1][1].append(line[4:])
    return out


def fits(want, got):
    if not want:
        return not got
    if want[0] == '…':
        return any(fits(want[1:], got[i:]) for i in range(len(got) + 1))
    return bool(got) and want[0] == got[0] and fits(want[1:], got[1:])


def main(boardpack):
    repository, failed = os.getcwd(), 0
    commands = transcript(open('docs/round.md', encoding='utf8').read())
    before = {2: first_answers, 5: late_answers, 6: decide}  # by the number of the command that follows
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        shutil.copytree(os.path.join(repository, 'input'), 'input', ignore=lambda at, names: [n for n in names if at.endswith('input') and not re.fullmatch(r'\d{4}-\d\d', n)])
        for n, (command, want) in enumerate(commands):
            before.get(n, lambda: None)()
            run = subprocess.run([boardpack] + shlex.split(command)[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            got = [line for line in run.stdout.split('\n') if line]
            if '--show' in sys.argv:
                print('\n'.join(['    $ ' + command] + ['    ' + line for line in got]))
                continue
            true = run.returncode == 0 and fits(want, got)
            failed |= not true
            print('%-52s %s' % (command, 'as docs/round.md says' if true else 'printed otherwise (%d):\n  ' % run.returncode + '\n  '.join(got)))
        os.chdir(repository)
    return failed | (len(commands) <= max(before))


if __name__ == '__main__':
    sys.exit(main(os.path.abspath(sys.argv[1])))
