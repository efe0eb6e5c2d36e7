package sheets

import (
	"fmt"
	"strings"
)

// Chart is a chart as it is drawn by programs that do not look the cells up: its texts and numbers, and the places that they are from.
type Chart struct {
	Title  string
	Series []Series
}

// Series is one series of a chart: the places of its name, labels and values, as in 'Summary by theme'!$E$6:$E$10, and what is drawn of each.
type Series struct {
	Name, Labels, Values string
	Drawn                struct{ Name, Labels, Values []string }
}

// addCharts reads where the charts take their series from.
func (p parts) addCharts(b *Book) error {
	for i := 1; ; i++ {
		part := fmt.Sprintf("xl/charts/chart%d.xml", i)
		if p.files[part] == nil {
			return nil
		}
		c, err := p.chart(part)
		if err != nil {
			return err
		}
		b.Charts = append(b.Charts, c)
	}
}

// chart notes the references of each series, its name's, its labels' and its values', with what is drawn of each.
func (p parts) chart(part string) (Chart, error) {
	var c Chart
	var series Series
	within, title := "", false
	err := p.scan(part, func(before []byte, e element) error {
		switch name := e.local(); name {
		case "title", "/title":
			title = name == "title"
		case "/t":
			if title {
				c.Title += unescape(before)
			}
		case "ser":
			series, within = Series{}, name
		case "tx", "cat", "val":
			if within != "" {
				within = name
			}
		case "/ser":
			c.Series, within = append(c.Series, series), ""
		case "/f", "/v":
			series.take(within, name, unescape(before))
		}
		return nil
	})
	return c, err
}

// local is the name of the tag without the prefix of its namespace: charts are written with one or without.
func (e element) local() string {
	name := string(e.name)
	if i := strings.IndexByte(name, ':'); i >= 0 {
		name = strings.Repeat("/", strings.Count(name[:i], "/")) + name[i+1:]
	}
	return name
}

// take notes a reference, or what is drawn of it.
func (s *Series) take(within, tag, text string) {
	places := map[string]*string{"tx": &s.Name, "cat": &s.Labels, "val": &s.Values}
	drawn := map[string]*[]string{"tx": &s.Drawn.Name, "cat": &s.Drawn.Labels, "val": &s.Drawn.Values}
	switch place := places[within]; {
	case place == nil:
	case tag == "/f":
		*place = text
	default:
		*drawn[within] = append(*drawn[within], text)
	}
}
