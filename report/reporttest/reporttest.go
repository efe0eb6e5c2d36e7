// Package reporttest makes registers and packs for tests. Nothing but tests imports it.
package reporttest

import (
	"reflect"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/templates"
)

// shipped is what is in the program, read once for all tests of a package; never handed out itself.
var shipped = sync.OnceValues(func() (*templates.Template, error) { return templates.Load("") })

// Shipped gives the shipped template, as a copy that a test may change.
func Shipped(t testing.TB) *templates.Template {
	t.Helper()
	loaded, err := shipped()
	require.NoError(t, err)
	own := copied(reflect.ValueOf(*loaded)).Interface().(templates.Template)
	return &own
}

// copied gives a value of which no map and no list is that of the original. Where a field is not exported nobody outside its package
// changes it, and what a pointer leads to is not a setting.
func copied(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(copied(v.Field(i)))
			}
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(copied(v.Index(i)))
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMap(v.Type()))
		}
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, copied(v.MapIndex(key)))
		}
	}
	return out
}

// Template gives the rules of the shipped template and its English words.
func Template(t testing.TB) (*report.Rules, report.Words) {
	t.Helper()
	loaded := Shipped(t)
	words, err := loaded.Words("en")
	require.NoError(t, err)
	return &loaded.Rules, words
}

// Register makes a register of 30 September 2023 with a sign-off column and the usual others.
func Register(rows ...report.Recommendation) *report.Register {
	month := report.Month{Year: 2023, Month: 9}
	r := &report.Register{Name: "sample", File: "sample.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields(), Recommendations: rows}
	for i := range r.Recommendations {
		rec := &r.Recommendations[i]
		rec.Row = i + 2
		if rec.Scope == "" {
			rec.Scope = report.Force
		}
		if rec.SignOff == report.NoSignOff {
			rec.SignOff = report.NotAsked
		}
		if rec.State == "" {
			rec.State = report.InProgress
		}
		if rec.Text == nil {
			rec.Text = report.Text{"en": "Text of " + rec.Ref}
		}
	}
	return r
}

// Earlier makes the same register a month before.
func Earlier(rows ...report.Recommendation) *report.Register {
	r := Register(rows...)
	r.Month = report.Month{Year: 2023, Month: 8}
	r.AsAt = r.Month.LastDay()
	return r
}

// Build makes the pack of a month and the ones before it, by the shipped template.
func Build(t testing.TB, now *report.Register, before ...*report.Register) *report.Pack {
	t.Helper()
	rules, _ := Template(t)
	pack, err := report.Build(now, before, rules)
	require.NoError(t, err)
	return pack
}
