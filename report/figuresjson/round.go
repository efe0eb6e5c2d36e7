package figuresjson

import "boardpack/report"

// roundEntry is what the owners were asked and answered.
type roundEntry struct {
	ReplyBy    report.Date       `json:"reply_by"`
	Unread     int               `json:"unread_files"`
	All        askedEntry        `json:"all"`
	Owners     []askedEntry      `json:"owners"`
	Reviews    []askedEntry      `json:"reviews,omitempty"` // of a portfolio
	NotUpdated *notUpdatedEntry  `json:"not_updated"`       // null where nothing tells
	Extensions []*extensionEntry `json:"extensions"`
}

// askedEntry is how far one owner has answered, or all.
type askedEntry struct {
	ID       string                     `json:"id,omitempty"`
	Name     report.Text                `json:"name,omitempty"`
	Asked    int                        `json:"asked"`
	Answered int                        `json:"answered"`
	Partly   int                        `json:"partly_answered"`
	Not      int                        `json:"not_answered"`
	Refs     map[report.Figure][]string `json:"refs"`
}

type notUpdatedEntry struct {
	Since report.Date `json:"since"`
	N     int         `json:"n"`
	Refs  []string    `json:"refs"`
}

// extensionEntry is a later date that an owner asks for.
type extensionEntry struct {
	Ref     string                `json:"ref"`
	Owner   string                `json:"owner"`
	OwnerCy string                `json:"owner_cy,omitempty"`
	Asked   report.Date           `json:"due_when_asked"`
	Wanted  report.Date           `json:"new_date"`
	Now     report.Date           `json:"due"`
	State   report.ExtensionState `json:"state"`
}

func roundOf(p *report.Pack) *roundEntry {
	r := p.Round
	if r == nil {
		return nil
	}
	out := &roundEntry{ReplyBy: r.ReplyBy, Unread: r.Unread, All: askedOf(&r.All), Owners: allAsked(r.Owners), Extensions: []*extensionEntry{}}
	out.All.ID = ""
	if len(p.Reviews) > 0 {
		out.Reviews = allAsked(r.Reviews)
	}
	if r.NotUpdated != nil {
		out.NotUpdated = &notUpdatedEntry{p.PreviousAsAt, len(r.NotUpdated), r.NotUpdated}
	}
	for _, e := range r.Extensions {
		out.Extensions = append(out.Extensions, &extensionEntry{e.Key, e.Owner["en"], e.Owner["cy"], e.Asked, e.Wanted, e.Now, e.State})
	}
	return out
}

func allAsked(groups []report.RoundGroup) []askedEntry {
	out := make([]askedEntry, len(groups))
	for i := range groups {
		out[i] = askedOf(&groups[i])
	}
	return out
}

func askedOf(g *report.RoundGroup) askedEntry {
	out := askedEntry{g.ID, g.Name, g.N(report.FigAsked), g.N(report.FigAnswered), g.N(report.FigPartlyAnswered), g.N(report.FigNotAnswered), map[report.Figure][]string{}}
	for _, f := range report.AskedFigures() {
		if keys := g.Keys(f); len(keys) > 0 {
			out.Refs[f] = keys
		}
	}
	return out
}
