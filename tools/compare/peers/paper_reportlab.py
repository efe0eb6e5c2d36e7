"""paper_reportlab.py PAPER OUT FONTS: the PDF alone with ReportLab."""

import json
import sys

import platypus

if __name__ == "__main__":
    paper, out, fonts = sys.argv[1:]
    with open(paper) as file:
        platypus.write(out, json.load(file), fonts)
