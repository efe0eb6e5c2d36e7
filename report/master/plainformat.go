package master

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"

	"boardpack/report/pattern"
)

// plainFormat shows numbers in a format that most masters have, whole and decimal numbers and days with or without a time, in the
// very words of excelize, which takes a hundred times as long. Every other format, and numbers that excelize treats in a way of their
// own, such as the days before March 1900, are left to it.
type plainFormat struct {
	asTyped   bool // "@": the number as it was typed
	decimals  int
	thousands bool
	percent   bool
	date      []datePart // nil for a format of numbers
	welsh     bool       // the names of months and days
}

// datePart is one part of a date or time, or a text between two.
type datePart struct {
	unit    byte // one of the units; 0 for a text
	length  int  // how often the format repeats the unit
	literal string
}

// The units, by the letters of formats: m is both months and minutes there.
const (
	unitDay    = 'd'
	unitMonth  = 'm'
	unitYear   = 'y'
	unitHour   = 'h'
	unitMinute = 'n'
	unitSecond = 's'
)

// plainNumber finds the formats of numbers with at most four decimals. Excelize puts thousands separators into percentages in the
// wrong places, so both together are left to it.
const plainNumber = pattern.Expression(`^(?:(#,##)?0(?:\.(0{1,4}))?|0(?:\.(0{1,4}))?(%))$`)

// newPlainFormat gives the plain format that a format is; nil for any other.
func newPlainFormat(f format) *plainFormat {
	code := f.code
	if code == "" {
		code = map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: shortDate, 15: `d\-mmm\-yy`, 16: `d\-mmm`,
			17: `mmm\-yy`, 20: "hh:mm", 21: "hh:mm:ss", 22: shortDate + " hh:mm", 49: "@"}[f.id] // ECMA-376, part 1, 18.8.30
	}
	if code == "@" {
		return &plainFormat{asTyped: true}
	}
	if is := plainNumber.FindStringSubmatch(code); is != nil {
		return &plainFormat{thousands: is[1] != "", decimals: len(is[2]) + len(is[3]), percent: is[4] != ""}
	}
	return plainDate(code)
}

// plainDate takes the date that a code shows apart; nil where it has anything but the usual parts of dates and times.
func plainDate(code string) (p *plainFormat) {
	defer func() {
		if recover() != nil {
			p = nil // the parser does not read every code that a file can hold
		}
	}()
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 || sections[0].Type != nfp.TokenSectionPositive {
		return nil
	}
	p = &plainFormat{}
	for i, token := range sections[0].Items {
		switch part, ok := plainPart(token); {
		case i == 0 && token.TType == nfp.TokenTypeCurrencyLanguage:
			if p.welsh, ok = plainLanguage(token); !ok {
				return nil
			}
		case !ok:
			return nil
		default:
			p.date = append(p.date, part)
		}
	}
	units := p.tellMinutes()
	if units == 0 {
		return nil
	}
	return p
}

// plainPart reads a token of a date's code; false for one that is not of the usual.
func plainPart(token nfp.Token) (datePart, bool) {
	const longest = 4 // letters
	switch token.TType {
	case nfp.TokenTypeLiteral:
		return datePart{literal: token.TValue}, true
	case nfp.TokenTypeDateTimes:
		text := strings.ToLower(token.TValue)
		part := datePart{unit: text[0], length: len(text)}
		most := map[byte]int{unitDay: longest, unitMonth: longest, unitYear: longest, unitHour: 2, unitSecond: 2}[part.unit]
		return part, part.length <= most && strings.Trim(text, text[:1]) == ""
	}
	return datePart{}, false
}

// plainLanguage tells whether the names of months are Welsh; false where they are neither Welsh nor English. F800 is the long date of
// the reader's own system.
func plainLanguage(token nfp.Token) (welsh, ok bool) {
	if len(token.Parts) != 1 || token.Parts[0].Token.TType != nfp.TokenSubTypeLanguageInfo {
		return false, false
	}
	switch strings.TrimLeft(strings.ToUpper(token.Parts[0].Token.TValue), "0") {
	case "409", "809", "F800":
		return false, true
	case "452":
		return true, true
	}
	return false, false
}

// tellMinutes makes minutes of each m or mm that stands after hours or seconds or before seconds, and counts the units.
func (p *plainFormat) tellMinutes() (units int) {
	var before, after byte
	for i := range p.date {
		part := &p.date[i]
		if part.unit == 0 {
			continue
		}
		units++
		after = 0
		for _, next := range p.date[i+1:] {
			if after = next.unit; after != 0 {
				break
			}
		}
		was := part.unit
		if part.unit == unitMonth && part.length <= 2 && (before == unitHour || before == unitSecond || after == unitSecond) {
			part.unit = unitMinute
		}
		before = was
	}
	return units
}

// show gives the number as excelize would; false for a number that is left to it.
func (p *plainFormat) show(raw string, date1904 bool) (string, bool) {
	const largest = 1e11 // with four decimals, the most digits of which excelize leaves none out
	n, ok := plainValue(raw)
	switch {
	case !ok || math.Abs(n) >= largest:
		return "", false
	case p.asTyped:
		if text := strconv.FormatFloat(n, 'f', -1, 64); digitsOf(text) <= significant {
			return text, true
		}
		return "", false
	case p.date == nil:
		return p.number(n), true
	}
	const marchOf1900, lastDay = 62, 2958466 // excelize counts the days before in a way of their own, for 1904 too
	if n < marchOf1900 || n >= lastDay {
		return "", false
	}
	t, err := excelize.ExcelDateToTime(n, date1904)
	if err != nil {
		return "", false
	}
	return p.day(t), true
}

// significant is how many digits of a number Excel keeps.
const significant = 15

// plainValue gives the value of a number in digits, to as many as Excel keeps; false for one that is written in another way.
func plainValue(raw string) (float64, bool) {
	if strings.Trim(raw, "0123456789.+-eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return 0, false
	}
	if len(raw) > significant || strings.ContainsAny(raw, "eE") {
		if digitsOf(strconv.FormatFloat(n, 'f', -1, 64)) > significant {
			n, err = strconv.ParseFloat(strconv.FormatFloat(n, 'G', significant, 64), 64)
		}
	}
	return n, err == nil
}

// digitsOf counts digits as excelize does, with the zero before the point and the sign.
func digitsOf(text string) int { return len(text) - strings.Count(text, ".") }

func (p *plainFormat) number(n float64) string {
	value := n
	if p.percent {
		value *= 100
	}
	ratio := math.Pow10(p.decimals)
	text := strconv.FormatFloat(math.Abs(math.Round(value*ratio)/ratio), 'f', p.decimals, 64)
	var out strings.Builder
	if n < 0 {
		out.WriteByte('-')
	}
	whole, fraction, _ := strings.Cut(text, ".")
	for i := range len(whole) {
		if p.thousands && i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteByte(whole[i])
	}
	if fraction != "" {
		out.WriteByte('.')
		out.WriteString(fraction)
	}
	if p.percent {
		out.WriteByte('%')
	}
	return out.String()
}

func (p *plainFormat) day(t time.Time) string {
	out := make([]byte, 0, 32)
	for _, part := range p.date {
		switch part.unit {
		case 0:
			out = append(out, part.literal...)
		case unitDay:
			out = p.appendNumber(out, part, t.Day(), weekdayNames(p.welsh, part.length)[t.Weekday()])
		case unitMonth:
			out = p.appendNumber(out, part, int(t.Month()), monthNames(p.welsh, part.length)[t.Month()-1])
		case unitYear:
			year := strconv.Itoa(t.Year())
			if part.length <= 2 {
				year = year[2:]
			}
			out = append(out, year...)
		case unitHour:
			out = p.appendNumber(out, part, t.Hour(), "")
		case unitMinute:
			out = p.appendNumber(out, part, t.Minute(), "")
		case unitSecond:
			out = p.appendNumber(out, part, t.Second(), "")
		}
	}
	return string(out)
}

// appendNumber adds a number of one or two digits, or its name where the part is longer than that.
func (p *plainFormat) appendNumber(out []byte, part datePart, n int, name string) []byte {
	switch {
	case part.length > 2:
		return append(out, name...)
	case part.length == 2 && n < 10:
		out = append(out, '0')
	}
	return strconv.AppendInt(out, int64(n), 10)
}

// monthNames gives the names of the months, short for a part of three letters.
func monthNames(welsh bool, length int) [12]string {
	switch {
	case welsh && length == 3:
		return [...]string{"Ion", "Chwef", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag"}
	case welsh:
		return [...]string{"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"}
	case length == 3:
		return [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	}
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
}

// weekdayNames gives the names of the days, from Sunday on, short for a part of three letters.
func weekdayNames(welsh bool, length int) [7]string {
	switch {
	case welsh && length == 3:
		return [...]string{"Sul", "Llun", "Maw", "Mer", "Iau", "Gwe", "Sad"}
	case welsh:
		return [...]string{"Dydd Sul", "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn"}
	case length == 3:
		return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
	}
	return [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
}
