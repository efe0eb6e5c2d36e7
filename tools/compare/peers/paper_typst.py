"""paper_typst.py PAPER OUT FONTS: the PDF alone with Typst, from its Python package. The program reads the paper itself."""

import sys
from pathlib import Path

import typst

if __name__ == "__main__":
    paper, out, fonts = sys.argv[1:]
    typst.compile(str(Path(__file__).with_name("paper.typ")), output=out, root="/", font_paths=[fonts], ignore_system_fonts=True,
                  sys_inputs={"paper": paper})
