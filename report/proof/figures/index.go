package figures

import (
	"reflect"

	"boardpack/report"
)

// shareTexts has the same texts of recommendations be one string: each was read for itself, and most say what others say.
func (f *File) shareTexts() {
	kept := map[string]string{}
	for i := range f.Recommendations {
		fields := reflect.ValueOf(&f.Recommendations[i]).Elem()
		for n := range fields.NumField() {
			if field := fields.Field(n); field.Kind() == reflect.String {
				text, met := kept[field.String()]
				if !met {
					text = field.String()
					kept[text] = text
				}
				field.SetString(text)
			}
		}
	}
}

// index finds the recommendations by their keys, and which of them the lists of the whole have. All lists hold the keys as the
// recommendations themselves have them, and not what was read for each.
func (f *File) index() {
	f.ByKey = make(map[string]*recommendation, len(f.Recommendations))
	for i := range f.Recommendations {
		r := &f.Recommendations[i]
		r.at = i
		f.ByKey[r.Ref] = r
	}
	for _, kind := range append(groupKinds(), report.OfAll) {
		for _, g := range f.Groups(kind) {
			f.shareKeys(g.Refs)
		}
	}
	f.in = make(map[report.Figure][]bool, len(f.All.Refs))
	for figure, keys := range f.All.Refs {
		in := make([]bool, len(f.Recommendations))
		for _, key := range keys {
			if r := f.ByKey[key]; r != nil {
				in[r.at] = true
			}
		}
		f.in[figure] = in
	}
}

func (f *File) shareKeys(lists map[report.Figure][]string) {
	for _, keys := range lists {
		for i, key := range keys {
			if r := f.ByKey[key]; r != nil {
				keys[i] = r.Ref
			}
		}
	}
}

// has tells whether the whole's list of a figure has a recommendation. To look through the list for each takes seconds in a national portfolio.
func (f *File) has(figure report.Figure, key string) bool {
	r, in := f.ByKey[key], f.in[figure]
	return r != nil && in != nil && in[r.at]
}
