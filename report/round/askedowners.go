package round

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"boardpack/report/fold"
)

// knownOwners refuses the name of an owner whom nothing open belongs to.
func knownOwners(a *asked, names []string) error {
	var known []string
	for i := range a.rows {
		for _, owner := range a.rows[i].Owners {
			if !slices.Contains(known, owner) {
				known = append(known, owner)
			}
		}
	}
	slices.Sort(known)
	for _, name := range names {
		if !slices.ContainsFunc(known, func(owner string) bool { return sameName(owner, name) }) {
			return fmt.Errorf("\"%s\" owns no open recommendation of this month; the owners are %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}

// nameOwners lists who is asked, with the language and the file of each.
func (r *Round) nameOwners(s *Setting, a *asked, contacts []Contact) {
	for i := range r.Rows {
		for _, name := range r.Rows[i].Owners {
			if r.owner(name) == nil {
				r.Owners = append(r.Owners, AskedOwner{Name: name, Welsh: a.welsh[fold.Text(name)]})
			}
		}
	}
	slices.SortFunc(r.Owners, func(x, y AskedOwner) int {
		return cmp.Or(s.main().Compare(x.Name, y.Name), cmp.Compare(x.Name, y.Name))
	})
	taken := map[string]int{}
	for i := range r.Owners {
		o := &r.Owners[i]
		o.Language = s.main().Lang()
		if c := contactOf(contacts, o.Name); c != nil && c.Language != "" {
			o.Language = s.words(c.Language).Lang()
		}
		slug := slugOf(o.Name)
		if taken[slug]++; taken[slug] > 1 {
			slug += fmt.Sprintf("-%d", taken[slug])
		}
		o.File = r.Month + "-" + slug
	}
}

// slugOf makes a file name of an owner's: small letters without accents, digits and hyphens.
func slugOf(name string) string {
	const most = 60
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case c >= 0x300 && c < 0x370, c == '\'', c == '’':
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := strings.Trim(b.String()[:min(b.Len(), most)], "-")
	return cmp.Or(slug, "owner-"+mark(name)[:6])
}
