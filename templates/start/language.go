package start

// meaning is phrases that say the same.
type meaning struct {
	mark    mark
	phrases []string
}

// language lists the phrases that statuses hold in addition to the words of the template, in English and Welsh. Where two of them
// begin alike the longer one counts. None of them makes a status complete that holds another word than these.
func language() []meaning {
	return []meaning{
		{isClosed, []string{"closed", "caewyd", "ar gau", "wedi cau", "wedi'i gau", "wedi'i chau"}},
		{isComplete, []string{"addressed", "accomplished", "concluded", "fully met", "fully addressed", "embedded", "gwnaed", "wedi'i wneud",
			"wedi'u gweithredu", "wedi cael ei gwblhau", "wedi cael ei weithredu"}},
		{isBegun, []string{"overdue", "reopened", "re-opened", "progress made", "making progress", "good progress", "some progress",
			"little progress", "limited progress", "yn hwyr", "cynnydd da", "peth cynnydd", "ailagorwyd"}},
		{isNotBegun, []string{"to be implemented", "to be actioned", "to be commenced", "to be begun", "will be implemented", "will be actioned",
			"will be started", "still to do", "still to be done", "still to start", "yet to be started", "yet to be implemented", "dim cynnydd",
			"i'w weithredu", "i'w gweithredu", "i'w roi ar waith", "i'w rhoi ar waith", "i'w ddechrau", "i'w gychwyn", "heb ei gynllunio"}},
		{isDeed, []string{"gwblhau", "chwblhau", "cwblhau", "gyflawni", "chyflawni", "cyflawni", "weithredu", "gweithredu", "gau", "chau", "cau",
			"orffen", "gorffen", "ddatrys", "datrys", "roi ar waith", "rhoi ar waith", "gyflawn", "chwblhawyd", "chyflawnwyd", "weithredwyd", "chaewyd",
			"roddwyd ar waith", "completing", "implementing", "delivering", "actioning", "resolving"}},
		{partly, []string{"being", "partially", "partly", "part", "nearly", "almost", "largely", "mostly", "substantially", "mainly",
			"yn cael ei", "yn cael eu", "wrthi'n cael ei", "wrthi'n cael eu", "wrthi'n", "wrthi", "bron", "bron iawn", "bron â", "bron â chael ei", "rhannol"}},
		{inPart, []string{"in part", "yn rhannol", "gan mwyaf", "i raddau helaeth", "i raddau"}},
		{negation, []string{"not", "not yet", "not been", "never", "no", "non", "without", "isn't", "hasn't", "wasn't", "cannot", "heb", "heb ei", "heb eu", "heb gael ei",
			"heb gael eu", "heb ei eto", "ddim", "ddim wedi", "dim", "nid", "nid yw", "nid yw wedi", "nid ydyw", "nad yw", "ni", "nis"}},
		{pending, []string{"awaiting", "await", "awaits", "pending", "to be", "will be", "yet to be", "due to be", "due for", "ready for", "ready to be", "proposed for",
			"recommended for", "submitted for", "subject to", "until", "for", "further work to be", "more to be", "work to be", "i'w", "i gael ei", "i gael eu", "i'w eu",
			"yn aros", "yn aros am", "aros", "aros am", "disgwyl", "yn disgwyl", "yn amodol ar", "argymhellir", "cynigir", "yn barod i'w"}},
		{filler, []string{"and", "now", "all", "fully", "the", "this", "is", "are", "has", "have", "has been", "have been", "was", "were", "been", "by", "with", "into", "of",
			"action", "actions", "recommendation", "recommendations", "rec", "recs", "acceptable", "satisfactorily", "successfully", "blue", "green",
			"a", "ac", "y", "yr", "mae", "mae'r", "yn llawn", "yn llwyr", "pob", "camau", "camau gweithredu", "argymhelliad", "argymhellion", "bellach", "nawr", "gan", "glas", "gwyrdd"}},
	}
}
