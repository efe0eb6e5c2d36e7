package workbook

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Excel never grows the rows of a file that it opens, and a reader cannot see that a cell holds more than it shows. So
// the height of every row is worked out here, from the widths of Arial's letters.
const (
	fontName = "Arial"
	fontSize = 12.0 // points; the least that the Analysis Function's guidance allows

	lineHeight   = 15.5  // points from one line of 12 point Arial to the next, as Excel and LibreOffice draw it
	rowPadding   = 4.0   // points above and below the text together
	maxRowHeight = 409.0 // points: Excel's limit

	charWidth   = 6.75 // points of one unit of column width: the widest digit of the default font, on whole pixels
	cellPadding = 4.5  // points that Excel keeps free at the sides of a cell
	// wrapSafety is the share of a cell's width that is counted on. Excel rounds the widths of letters to pixels, which
	// can push one word more to the next line than the metrics say; a spare line is better than a lost one.
	wrapSafety = 0.96
)

// arialWidth gives the advance width of a letter from space to tilde, in thousandths of the font size, by Adobe's metrics of Helvetica,
// which Arial and Liberation Sans share; 0 for any other letter.
func arialWidth(r rune) int {
	switch r {
	case '\'':
		return 191
	case 'i', 'j', 'l':
		return 222
	case '|':
		return 260
	case ' ', '!', ',', '.', '/', ':', ';', 'I', '[', '\\', ']', 'f', 't':
		return 278
	case '(', ')', '-', '`', 'r':
		return 333
	case '{', '}':
		return 334
	case '"':
		return 355
	case '*':
		return 389
	case '^':
		return 469
	case 'J', 'c', 'k', 's', 'v', 'x', 'y', 'z':
		return 500
	case '#', '$', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '?', 'L', '_', 'a', 'b', 'd', 'e', 'g', 'h', 'n', 'o', 'p', 'q', 'u':
		return 556
	case '+', '<', '=', '>', '~':
		return 584
	case 'F', 'T', 'Z':
		return 611
	case '&', 'A', 'B', 'E', 'K', 'P', 'S', 'V', 'X', 'Y':
		return 667
	case 'C', 'D', 'H', 'N', 'R', 'U', 'w':
		return 722
	case 'G', 'O', 'Q':
		return 778
	case 'M', 'm':
		return 833
	case '%':
		return 889
	case 'W':
		return 944
	case '@':
		return 1015
	}
	return 0
}

// runeWidth gives the width of a letter in thousandths of the font size. Accents take no room of their own; letters
// that Arial lacks are taken as square, which is right for Chinese and Japanese and generous for the rest.
func runeWidth(r rune) int {
	if width := arialWidth(r); width > 0 {
		return width
	}
	switch {
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return 0
	case r < 0x2000 && unicode.IsUpper(r):
		return 800
	case r < 0x2000:
		return 620
	}
	return 1000
}

// textWidth gives the width of one line of 12 point text, in points.
func textWidth(s string, bold bool) float64 { return pointsOf(lettersWidth(s), bold) }

// pointsOf gives the points of a width in thousandths of the font size.
func pointsOf(width int, bold bool) float64 {
	points := float64(width) * fontSize / 1000
	if bold {
		points *= 1.08
	}
	return points
}

// lettersWidth gives the width of one line of text in thousandths of the font size. Accented letters are split into the letter and its accents,
// so that one small table of widths serves.
func lettersWidth(s string) int {
	sum := 0
	for i := range len(s) {
		if s[i] >= 0x80 {
			return accentedWidth(s)
		}
		sum += runeWidth(rune(s[i]))
	}
	return sum
}

func accentedWidth(s string) int {
	sum := 0
	for _, r := range norm.NFD.String(s) {
		sum += runeWidth(r)
	}
	return sum
}

// lineCount gives the number of lines that the text takes in a cell of the given width in points.
func lineCount(s string, width float64, bold bool) int {
	lines := 0
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines += paragraphLines(paragraph, width, bold)
	}
	return lines
}

func paragraphLines(s string, width float64, bold bool) int {
	lines := 0
	for range wrapped(s, width, bold) {
		lines++
	}
	return lines
}

// widestLine gives the width in points of the widest of the lines that the text takes.
func widestLine(s string, width float64, bold bool) float64 {
	widest := 0.0
	for line := range wrapped(s, width, bold) {
		widest = max(widest, line)
	}
	return widest
}

// wrapped gives the width in points of each line that a paragraph takes.
func wrapped(s string, width float64, bold bool) iter.Seq[float64] {
	return func(yield func(float64) bool) {
		space := textWidth(" ", bold)
		used := -space // of the line so far
		for word := range strings.SplitSeq(s, " ") {
			w := textWidth(word, bold)
			if used+space+w <= width {
				used += space + w
				continue
			}
			if used > 0 && !yield(used) {
				return
			}
			for ; w > width; w -= width { // a word longer than the line is broken wherever the line ends
				if !yield(width) {
					return
				}
			}
			used = w
		}
		yield(max(used, 0))
	}
}

// innerWidth gives the points that text can use in a column of so many characters.
func innerWidth(chars float64) float64 {
	return (chars*charWidth - cellPadding) * wrapSafety
}

// charsFor gives the width of a column, in characters, that shows the text on one line.
func charsFor(s string, bold bool) float64 { return charsOf(lettersWidth(s), bold) }

// charsOf gives the width of a column, in characters, that shows so many thousandths of the font size.
func charsOf(width int, bold bool) float64 {
	return (pointsOf(width, bold)/wrapSafety + cellPadding) / charWidth
}

// rowHeight gives the height in points of a row of so many lines, and whether Excel can show it whole.
func rowHeight(lines int) (points float64, whole bool) {
	height := float64(max(lines, 1))*lineHeight + rowPadding
	if height > maxRowHeight {
		return maxRowHeight, false
	}
	return height, true
}

// longestLine gives the width in characters of the widest line of the text.
func longestLine(s string, bold bool) float64 {
	widest := 0
	for line := range strings.SplitSeq(s, "\n") {
		widest = max(widest, lettersWidth(line))
	}
	return charsOf(widest, bold)
}

// longestWord gives the width in characters of the widest word of the text, 0 where there is none. It is asked of every text, so words without
// accents are measured on the way.
func longestWord(s string, bold bool) float64 {
	widest, width := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80:
			return longestAccented(s, bold)
		case c == ' ' || c >= '\t' && c <= '\r':
			width = 0
		default:
			width += runeWidth(rune(c))
			widest = max(widest, width)
		}
	}
	if widest == 0 {
		return 0
	}
	return charsOf(widest, bold)
}

func longestAccented(s string, bold bool) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(s) {
		widest = max(widest, charsFor(word, bold))
	}
	return widest
}

// pixels gives the whole pixels of a length in points, at the 96 to the inch that Excel reckons with.
func pixels(points float64) int { return int(points * 4 / 3) }
