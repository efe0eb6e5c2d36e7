package start

import (
	"path"
	"strings"
)

// readme is what the folder says of itself.
func readme(master string, own, noThemes bool) string {
	first := `Open ` + master + ` in Excel. The sheet "How to fill this in" says what goes
   where; the drop-downs hold the words that are understood. Give the file the name of your report, such
   as internal-audit.xlsx, and keep that name from month to month: the packs are named after it, and last
   month's is found by it.`
	if noThemes {
		first = `Open template/pack.yaml in any text editor, find "WRITE YOUR THEMES HERE", and write the themes by which
   your board should see progress. Until there is one, no pack is made. Then open ` + strings.TrimPrefix(first, "Open ")
	}
	if own {
		first = `Your own master is in ` + path.Dir(master) + `, as it was. The template was drafted from it. What
   was guessed is listed in template/pack.yaml under "unconfirmed", with its cell: check each entry, correct
   the section that it is about where the guess is wrong, then delete the entry. Until the list is empty,
   every pack is marked as a draft.`
	}
	return strings.NewReplacer("{{FIRST}}", first, "{{MONTH}}", path.Base(path.Dir(master))).Replace(readmeText)
}

const readmeText = `BOARD PACKS
===========

From a master workbook of recommendations, boardpack makes a PDF for your board and an Excel workbook for
staff, every month, with the same figures in both.

The first pack
--------------

1. {{FIRST}}

2. Put the program (boardpack.exe, or the file for macOS) into this folder, if it is not here or in the
   folder above.

3. Double-click build.cmd (Windows) or build.command (macOS). The packs land in out/{{MONTH}}. What needs a
   look, such as a word that is not known, is named with its cell. Mend the cell, save, and build again.

Each month
----------

Make a folder for the month in the folder input, named as in 2026-10. Copy last month's master into it, keep
its name, bring it up to date, and build. The pack says what changed.

For a second report, copy blank-master.xlsx into the month's folder under another name.

What is here
------------

blank-master.xlsx     an empty master, for your next report
input                 your masters, in a folder for each month
template/pack.yaml    themes, words, colours, rules of the ratings, sections: yours to change in any text editor
template/wording      the words of the packs in English and Welsh, to change where you would say it otherwise;
                      have your translator read the Welsh before a board sees it
build.cmd             makes the packs of the newest month, on Windows
build.command         the same on macOS
out                   the packs; it can be deleted and made again

When you change themes or states in the template, the drop-downs of masters that you have already do not
change with them. Any word that the template lists is understood, whether it is in the drop-down or not.

If macOS says that the program cannot be opened because it is from an unidentified developer, hold Control,
click it, choose Open, and agree once.
`

// windowsStarter finds the program in its own folder, in the one above, or where Windows looks for programs.
const windowsStarter = `@echo off
rem Makes the board packs of the newest month in the folder input. Double-click it.
chcp 65001 >nul
cd /d "%~dp0"
set "PROGRAM="
for %%f in (boardpack*.exe ..\boardpack*.exe) do if not defined PROGRAM set "PROGRAM=%%~ff"
if not defined PROGRAM for %%f in (boardpack.exe) do set "PROGRAM=%%~$PATH:f"
if not defined PROGRAM (
  echo The program boardpack.exe was not found.
  echo Put it into this folder, beside build.cmd, and double-click build.cmd again.
  goto end
)
"%PROGRAM%" build %*
if errorlevel 1 (
  echo.
  echo Something needs your attention: see the lines above. Each names the file and the cell.
  echo Mend it, save, and double-click build.cmd again.
) else (
  echo.
  echo Done. The packs are in the folder out, in the folder of the month.
  echo Lines that begin with "warning" name cells to look at. The packs list them too.
)
:end
echo.
pause
`

// macStarter does the same in a Terminal window.
const macStarter = `#!/bin/sh
# Makes the board packs of the newest month in the folder input. Double-click it.
cd "$(dirname "$0")" || exit 1
program=
for candidate in ./boardpack* ../boardpack* "$(command -v boardpack)"; do
  if [ -z "$program" ] && [ -f "$candidate" ] && [ -x "$candidate" ] && "$candidate" version >/dev/null 2>&1; then
    program=$candidate
  fi
done
if [ -z "$program" ]; then
  echo "The program boardpack was not found, or may not run yet."
  echo "Put it into this folder, beside build.command. If macOS does not let it run, hold Control, click it, and choose Open."
  status=1
elif "$program" build "$@"; then
  status=0
  echo
  echo "Done. The packs are in the folder out, in the folder of the month."
  echo "Lines that begin with \"warning\" name cells to look at. The packs list them too."
else
  status=$?
  echo
  echo "Something needs your attention: see the lines above. Each names the file and the cell."
  echo "Mend it, save, and double-click build.command again."
fi
echo
printf 'Press Return to close this window. '
read -r _
exit $status
`
