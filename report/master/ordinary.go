package master

import (
	"strings"

	"boardpack/report/fold"
)

// The lists below keep ordinary words from being taken for names. They are no dictionary: a word that is missing can only
// matter where it stands with another capital letter behind a known status, and one too many only leaves a status to be
// listed. Words are folded: small letters without accents.

// isDoubt tells the words that take back, delay or limit what a status says, in English and Welsh.
func isDoubt(folded string) bool {
	switch folded {
	case "no", "not", "non", "none", "never", "nor", "nil", "nothing", "without", "lacking", "missing", "isnt", "wasnt", "cannot", "unable",
		"pending", "await", "awaiting", "awaits", "waiting", "wait", "subject", "except", "excluding", "exception", "exceptions", "unless",
		"until", "till", "partly", "part", "parts", "partial", "partially", "half", "mostly", "mainly", "largely", "nearly", "almost",
		"substantially", "overdue", "delayed", "delay", "delays", "late", "behind", "stalled", "paused", "hold", "principle", "theory",
		"provisional", "provisionally", "conditional", "conditionally", "interim", "draft", "temporary", "temporarily", "if", "but", "however",
		"although", "though", "tbc", "tba", "tbd", "na", "nfa", "bau", "wip", "qa", "uat", "ok", "rag", "asap", "fyi", "dnf", "oos",
		"deferred", "disputed", "contested", "challenged", "queried", "query", "unclear", "unknown", "unsure", "doubt", "doubtful",
		"fail", "failed", "fails", "failure", "reject", "rejected", "rejection", "refused", "declined", "reopened", "reopen", "remain",
		"remains", "remaining", "outstanding", "incomplete", "unresolved", "unmet", "undelivered", "unsatisfactory", "unacceptable",
		"heb", "ddim", "dim", "nid", "ni", "nad", "nis", "nas", "aros", "amodol", "eithrio", "heblaw", "rhannol", "egwyddor", "oedi",
		"hwyr", "drafft", "dros", "oni", "onibai", "ond", "angen", "gwrthod", "gwrthodwyd", "anghyflawn", "anorffenedig", "aneglur":
		return true
	}
	return false
}

// looksOrdinary tells a word whose ending names seldom have.
func looksOrdinary(word string) bool {
	folded := fold.Word(word)
	switch folded { // names that have such an ending all the same
	case "alfred", "florence", "laurence", "lawrence", "terence", "clarence", "clement", "mohammed", "muhammed", "winifred", "mildred",
		"constance", "felicity", "fleming", "manning", "harding", "browning", "hastings", "reading", "powys":
		return false
	}
	const shortest = 6 // Reed, King, Ahmed
	if len(folded) < shortest {
		return false
	}
	for _, ending := range []string{"ed", "ing", "able", "ible", "tion", "tions", "sion", "ment", "ments", "ance", "ence", "ory", "ive", "ful",
		"less", "ness", "ity", "ous", "ally", "ical", "ised", "ized", "wyd", "edig", "iad", "iaeth"} {
		if strings.HasSuffix(folded, ending) {
			return true
		}
	}
	return false
}

// ordinaryWords are other words that stand in title case beside a status and are no part of a person's name.
const ordinaryWords = `
above absent accept acceptable access action actions actual add additional adolygiad advice after again agenda agree all also
alter alternate alternative amber ambr amend an analysis and anfon annex annual another ansawdd any apart appeal appendix
approval approve april arall area arian around aside ask assessment assurance attached audit august autumn available awst
back bad bar barring based before below benefit benefits besides best better black blaenoriaeth blue blwyddyn bob both breach
brief budget business busy by byr call cam camau canlyniad canol cant capacity case cases ceisiadau change changes chase
check checks christmas chwarter chwefror clear close closed closer closure coch code cofnod cofnodion comment comments
commitment complete completion compliance concern concerns condition conditions confirm consultation contact continue
contract control controls copy correct cost costs couldnt covid creep criteria critical current cut cwblhau cycle cyfarfod
cyflawn cyfnod cyllid cymeradwyaeth cynllun cynnydd cyntaf cysylltu da daily damage data date dates day days dead deadline
deal dec december dechrau decide decides decision deep design desk detail details deunydd didnt discuss dispute diwedd
diweddariad document documents dogfen done dont down drwg due duplicate duty dyddiad each early easter easy ebrill efallai
effective either element elements email embed embedding end ending enough entry error escalate escalation estimate eto
evaluation even every evidence exempt exit expected external extra fault feb february feedback few file files final finance
find finding findings fine first five fix flag focus folder follow follows followup formal four framework fri friday from
full fully fund funding funds further gaeaf galw gap gaps general get glas go goal gofyn going gone good gorffennaf great
green guidance gwaith gwanwyn gweler gwell gwirio gwybodaeth gwyrdd haf handover hard have heblaw held here high higher hir
holding holiday hydref immediate impact important improvement in inform informal information initial input inspection
internal into invalid investment ionawr isel ish issue issues it item items jan january joint july june just kept key kind
know known lack lapse large last later launch learning learnt leave left legal less lessons letter level levels light like
limit limits line link list little live llawer llawn llythyr local log long look loss lost low lower maes mai main major
manual many manylion mar march mawr mawrth may medi meet meeting meetings mehefin melyn met method methu mid middle milestone
minor minus minute minutes mis mixed model moderate modest mon monday money monitor month monthly months more most move much
must mwy name narrative need needs negative neutral new newid newydd next nine nobody nodiadau nodyn normal note notes notice
nov november number numbers objective obtain october of off ol olaf old on once one ongoing only open option options or order
other others our out outcome outcomes output over own owner owners paper parhau pass past pause penderfyniad people period
permanent peth phase phased pilot place plan plans pob point points policy polisi poor position positive possible practice
present pressure previous priority private problem problems procedure process procurement programme progress project proof
proposal prove public purple put pwysig quality quarter quarterly question questions quick quote rather ready real reason
reasons recent recheck recommendation record records recruitment red redo refer reference regular release relevant remove
repeat reply report reports request required requirement requirements rerun research residual resource resources response
responses restart resubmit result results retest return revert review reviews revisit rewrite rhagfyr rhai rhan rhestr rhy
right risg risk risks road rollout safe safle same sample satisfactory saturday save schedule scope scrutiny second see seek
sefyllfa self send sent sep sept september set seven several short shouldnt show sign signed signoff similar simple since
site six slow small smart so soft software solution some soon sort speak spring staff stage stages standard start state
statement status statws step steps still stock stop strategy strong study submit successor summer sunday superior supplier
support survey sylw sylwadau system systems tachwedd take targed target task tasks technical tell ten terfynol test testing
tests text that the then there third this three through thu thursday time timescale to today together token tomorrow too top
total track trafod training transfer trial tue tuesday two type tystiolaeth uchel under unwaith up update updates urgent us
usual vacant validate value verbal verify version very via video view void vote waiver weak wed wedi wednesday week weekly
weeks well when white who whole why winter with within wont word wording work workshop workstream write wrong wythnos
ychwanegol ychydig year yearly years yellow yes yesterday yet yfory ymateb ymhellach yn you zero
`

// isOfTeams tells ordinary words that the names of teams have: "Audit Committee", "Head of Learning".
func isOfTeams(folded string) bool {
	switch folded {
	case "of", "and", "the", "audit", "business", "change", "control", "data", "design", "finance", "information", "learning", "legal", "local", "major", "policy",
		"procurement", "programme", "project", "public", "quality", "recruitment", "resource", "resources", "response", "risk", "road", "safe", "safety",
		"software", "staff", "strategy", "support", "system", "systems", "technical", "training", "cyllid", "polisi", "gwybodaeth", "ansawdd", "risg":
		return true
	}
	return false
}
