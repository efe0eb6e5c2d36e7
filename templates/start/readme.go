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
		first += `

   Write the themes by which your board should see progress on the sheet Themes of that file, one to a row.
   Until there is one, no pack is made. Each theme is in the drop-down of the Theme column at once.`
	}
	if own {
		first = `Your own spreadsheet is in ` + path.Dir(master) + `, unchanged. The template was drafted from it. What
   was guessed is listed in template/pack.yaml under "unconfirmed", with its cell: check each entry, correct
   the template where the guess is wrong, then delete the entry. Until the list is empty,
   every pack is marked as a draft.`
	}
	return strings.NewReplacer("{{FIRST}}", first, "{{MONTH}}", path.Base(path.Dir(master))).Replace(readmeText)
}

const readmeText = `BOARD PACKS
===========

From your spreadsheet of recommendations, boardpack makes a board pack every month: a PDF for your board and
an Excel workbook for staff, with the same figures in both.

The first pack
--------------

1. {{FIRST}}

2. Put the program (boardpack.exe, or the file for macOS) into this folder, if it is not here or in the
   folder above.

3. Double-click build.cmd (Windows) or build.command (macOS). The packs are then in out/{{MONTH}}; on Windows
   that folder opens. boardpack names each cell that you need to check, such as a word that it does not know.
   Fix the cell, save, and build again.

Each month
----------

Make a folder for the month in the folder input, named as in 2026-10. Copy last month's spreadsheet into it,
keep its name, update it, and build. The pack says what changed.

For a second report, copy blank-master.xlsx into the month's folder under another name.

Your own settings
-----------------

Each spreadsheet has three sheets for its settings: Themes, Status words, and Settings (your organisation, when
something is due soon, what makes it overdue, and the colour of the packs). They count for the packs of that
spreadsheet, and for its figures of earlier months too. To see where each setting comes from, run
boardpack settings. Everything else is in template/pack.yaml.

What is here
------------

blank-master.xlsx     an empty spreadsheet, for your next report
input                 your spreadsheets, in a folder for each month
template/pack.yaml    languages, rules of the ratings, sections and all else, and the settings of spreadsheets that have
                      none of their own: change them in any text editor
template/wording      the words of the packs in English and Welsh: change them if you would say it differently,
                      and have your translator read the Welsh before a board sees it
build.cmd             makes the packs of the newest month on Windows, and opens their folder
build.command         makes the packs on macOS
out                   the packs; it can be deleted and made again

When you change themes or states in the template, the spreadsheets that you already have do not change: their own
sheets count. boardpack understands every status word in the template, even if it is not in the drop-down list.

If Windows says that it protected your PC, click More info, then Run anyway, once. If there is no such button,
ask your IT team to allow the program.

If macOS says that the program cannot be opened because it is from an unidentified developer, hold Control,
click it, choose Open, and agree once.
`

// windowsStarter finds the program in its own folder, in the one above, or where Windows looks for programs. Paths are printed between
// quotation marks: outside them an & or a bracket in the name of a folder would be a command.
const windowsStarter = `@echo off
rem Makes the board packs of the newest month in the folder input, and opens their folder. Double-click it.
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
for %%d in ("%~dp0..") do set "ABOVE=%%~fd"
set "PROGRAM="
set "FOUND="
set "MONTH="
set "STATUS=1"

rem A folder on a server, such as \\server\team\packs, has a drive letter from here until popd.
pushd "%HERE%"
if not exist "%~nx0" goto unreachable

for %%f in (boardpack*.exe ..\boardpack*.exe) do (
  if not defined FOUND set "FOUND=%%f"
  if not defined PROGRAM "%%~ff" version >nul 2>nul
  if not defined PROGRAM if errorlevel 0 if not errorlevel 1 set "PROGRAM=%%~ff"
)
if not defined PROGRAM for %%f in (boardpack.exe) do set "PROGRAM=%%~$PATH:f"
if defined PROGRAM goto build
if defined FOUND goto blocked

echo The program was not found. Its name begins with boardpack and ends in .exe.
echo It was looked for in this folder:
echo   "%HERE%"
echo in the folder above:
echo   "%ABOVE%"
echo and, as boardpack.exe, in the folders where Windows looks for programs.
echo Put it into this folder, beside build.cmd, and double-click build.cmd again.
echo If this folder is inside a zip file, extract all of the zip file first.
goto end

:build
"%PROGRAM%" build %*
set "STATUS=%ERRORLEVEL%"
echo.
if not "%STATUS%"=="0" goto attention
if "%~1"=="" for /f "delims=" %%m in ('dir /b /ad /on input') do if exist "out\%%m\manifest.json" set "MONTH=%%m"
echo Done. The packs are in the folder out, in the folder of the month.
echo Lines that begin with "warning" name cells to check. The packs list them too.
if not defined MONTH goto end
echo This folder opens now:
echo   "%HERE%out\%MONTH%"
start "" "%HERE%out\%MONTH%"
goto end

:attention
echo Something needs your attention: the lines above say what is wrong and what to do.
echo Fix it, save, and double-click build.cmd again.
goto end

:blocked
echo The program is here, but Windows did not run it:
echo   "%FOUND%"
"%FOUND%" version
echo It may be blocked, damaged, or made for another kind of computer. Right-click it, choose Properties,
echo tick Unblock if it is there, and try again. If that does not help, copy the program again, or ask your IT team.
goto end

:unreachable
echo This folder cannot be opened from here:
echo   "%HERE%"
echo Copy it to your own computer, or map it to a drive letter, and double-click build.cmd there.

:end
echo.
pause
popd
exit /b %STATUS%
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
  echo "Lines that begin with \"warning\" name cells to check. The packs list them too."
else
  status=$?
  echo
  echo "Something needs your attention: the lines above say what is wrong and what to do."
  echo "Fix it, save, and double-click build.command again."
fi
echo
printf 'Press Return to close this window. '
read -r _
exit $status
`
