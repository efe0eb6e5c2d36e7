package finish

import (
	"fmt"
	"strings"
)

// Bookmark is a line of the outline. Level counts from 1; a level may be at most one deeper than the line before.
type Bookmark struct {
	Title  string
	Level  int
	Target Point
}

// outlineItem links a bookmark to its neighbours, as ISO 32000-1, 12.3.3 asks.
type outlineItem struct {
	Bookmark
	number, parent, previous, next, first, last, children int
}

// addOutline writes the bookmarks and gives the number of their root, 0 when there are none. fpdf's own bookmarks take the height of the
// last page for every page, which puts them wrong when some pages are landscape.
func (f *file) addOutline(marks []Bookmark) int {
	if len(marks) == 0 {
		return 0
	}
	root := &outlineItem{number: f.reserve()}
	items := make([]*outlineItem, len(marks))
	open := []*outlineItem{root} // the items that the next one may stand under
	for i, mark := range marks {
		item := &outlineItem{Bookmark: mark, number: f.reserve()}
		open = open[:max(1, min(mark.Level, len(open)))]
		parent := open[len(open)-1]
		item.parent = parent.number
		if parent.last != 0 {
			item.previous = parent.last
			sibling(items, parent.last).next = item.number
		} else {
			parent.first = item.number
		}
		parent.last = item.number
		parent.children++
		items[i] = item
		open = append(open, item)
	}
	for _, item := range items {
		f.put(item.number, []byte(f.outlineEntry(item)))
	}
	f.put(root.number, fmt.Appendf(nil, "<</Type/Outlines/First %s/Last %s/Count %d>>", ref(root.first), ref(root.last), root.children))
	return root.number
}

// sibling finds an item by its object number: items are numbered one after the other.
func sibling(items []*outlineItem, number int) *outlineItem {
	return items[number-items[0].number]
}

// outlineEntry writes one item. A negative count says that the item is closed: a reader sees the sections first.
func (f *file) outlineEntry(item *outlineItem) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Title%s/Parent %s", literal(item.Title), ref(item.parent))
	for _, link := range []struct {
		name   string
		number int
	}{{"Prev", item.previous}, {"Next", item.next}, {"First", item.first}, {"Last", item.last}} {
		if link.number != 0 {
			fmt.Fprintf(&b, "/%s %s", link.name, ref(link.number))
		}
	}
	if item.children > 0 {
		fmt.Fprintf(&b, "/Count %d", -item.children)
	}
	b.WriteString("/Dest" + f.destination(item.Target) + ">>")
	return b.String()
}
