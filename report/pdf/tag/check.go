package tag

import (
	"fmt"
	"slices"
)

// allowed lists the parents that ISO 32000-1, 14.8.4 and ISO 14289-1, 7 allow for the types that need a certain one.
func allowed(kind Kind) []Kind {
	switch kind {
	case THead, TBody:
		return []Kind{Table}
	case TR:
		return []Kind{THead, TBody, Table}
	case TH, TD:
		return []Kind{TR}
	case LI:
		return []Kind{L}
	case Lbl:
		return []Kind{LI, TOCI}
	case LBody:
		return []Kind{LI}
	case TOCI:
		return []Kind{TOC}
	default:
		return nil
	}
}

// Check reports the first fault in the tree: a child under a parent that may not hold it, a heading level skipped, a figure without
// words, a table heading without scope. It finds early what veraPDF would find late.
func Check(root *Elem) error {
	level := 0
	return check(root, &level)
}

func check(e *Elem, level *int) error {
	if err := checkSelf(e, level); err != nil {
		return err
	}
	for _, kid := range e.kids {
		child := kid.Elem()
		if child == nil {
			continue
		}
		if child.parent != e {
			return fmt.Errorf("tag %s does not know its parent %s", child.Kind, e.Kind)
		}
		if err := check(child, level); err != nil {
			return err
		}
	}
	return nil
}

func checkSelf(e *Elem, level *int) error {
	if parents := allowed(e.Kind); parents != nil && !slices.Contains(parents, e.parent.Kind) {
		return fmt.Errorf("tag %s stands under %s", e.Kind, e.parent.Kind)
	}
	switch e.Kind {
	case H1, H2, H3:
		next := int(e.Kind-H1) + 1
		if next > *level+1 {
			return fmt.Errorf("tag %s follows heading level %d", e.Kind, *level)
		}
		*level = next
	case Figure:
		if e.Alt == "" {
			return fmt.Errorf("a figure has no alternative text")
		}
	case TH:
		if e.Scope == NoScope {
			return fmt.Errorf("a table heading has no scope")
		}
	}
	return nil
}
