package bench

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// writer makes texts of the kind and length that registers have, always the same for the same row and month.
type writer struct{ *rand.Rand }

func newWriter(register, row, salt int) writer {
	return writer{rand.New(rand.NewPCG(uint64(register)<<32|uint64(row), uint64(salt)))}
}

func (w writer) one(of []string) string { return of[w.IntN(len(of))] }

// text joins a number of sentences, each filled in with a place and a number so that no two texts are alike.
func (w writer) text(of []string, sentences int) string {
	var out []string
	for range sentences {
		s := strings.ReplaceAll(w.one(of), "{place}", w.one(places()))
		out = append(out, strings.ReplaceAll(s, "{n}", strconv.Itoa(2+w.IntN(97))))
	}
	return strings.Join(out, " ")
}

func asked() []string {
	return []string{
		"The force should make sure that officers at {place} know of stalking protection orders and apply for them early, and that supervisors check at least {n} cases each month.",
		"Within {n} weeks the force should review how risk is assessed at first contact, so that repeat victims in {place} are recognised on their second call at the latest.",
		"The chief constable should publish how many of the {n} posts for victim care are filled, and what is done in {place} while one is vacant.",
		"Dylai’r heddlu sicrhau bod dioddefwyr yn {place} yn cael gwybod am bob cam o’r ymchwiliad, ac o fewn {n} diwrnod i unrhyw newid.",
		"The force should agree with its partners in {place} who leads on perpetrator programmes, and set out how the {n} referrals a year will be followed up.",
	}
}

func answered() []string {
	return []string{
		"The force accepts this and has asked the Head of Public Protection to lead.",
		"A working group with colleagues from {place} met {n} times in the quarter and has agreed terms of reference, a plan with owners and dates, and how progress is told to the board.",
		"Training for first responders is written with the college; {n} sergeants have taken it and the rest are booked, with those in {place} first because demand is highest there.",
		"Data quality is the main obstacle: {n} of the records sampled had no outcome code, and the fix depends on the next release of the records system.",
		"Mae’r tîm yn {place} wedi dechrau’r gwaith ac yn cwrdd bob mis â’r comisiynydd; bydd {n} o swyddogion yn cael hyfforddiant yn ystod y flwyddyn ariannol.",
		"Funding of £{n},000 was agreed in principle, subject to a business case that goes to the finance meeting next.",
		"Victims told the advisers in {place} that they were not always called back; {n} of those asked would use a text service, which is being tried.",
	}
}

func progressed() []string {
	return []string{
		"The pilot at {place} ended with {n} cases reviewed; the report is with the board.",
		"Two posts were advertised again after the first round; interviews are on the {n}th.",
		"An audit of {n} files found that supervision was recorded in most; those that lacked it came from {place} and have been put right.",
		"Cafwyd cytundeb gan y partneriaid yn {place}, ac mae {n} o gamau ar ôl.",
		"Waiting for the supplier, whose date has moved by {n} days.",
	}
}

func places() []string {
	return []string{"Aberystwyth", "Tŷ Ddewi", "Pen Llŷn", "Caerfyrddin", "Llanelli", "Hwlffordd", "Y Drenewydd", "Llandrindod", "Dŵr-y-felin", "Aberhonddu"}
}

func owners() []string {
	return []string{"Head of Public Protection", "Performance Team", "Learning and Development", "Superintendent Gŵyr", "Head of ICT",
		"Victim Services Manager", "Siân Ŵyn Parry", "Head of Custody", "Chief Finance Officer", "Detective Chief Inspector, Llŷn",
		"Head of People Services", "Criminal Justice Manager"}
}
