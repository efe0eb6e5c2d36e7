package master

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestIndexIsShared holds that masters read by one index at the same time are as if each were read by words made ready for it alone: none
// learns the owners or the slips of the pen of another, and a rule about sign-off of one is not that of the others.
func TestIndexIsShared(t *testing.T) {
	t.Parallel()
	plain := options()
	ignoring, rules := options(), *plain.Rules
	rules.SignOff = report.SignOffIgnored
	ignoring.Rules = &rules
	for _, o := range []Options{plain, ignoring} {
		shared := o
		shared.Index = NewIndex(o.Vocabulary, o.Rules)
		other := o // an index of other words is not used
		other.Index = NewIndex(&report.Vocabulary{}, o.Rules)
		var wait sync.WaitGroup
		for n := range 8 {
			wait.Go(func() {
				text := fmt.Sprintf("Ref,Theme,Recommendation,Status,Owner,Sign-off\n1,Data,A,Complte,Owner %d,Yes\n2,Data,B,Owner %d,Head,No\n", n, (n+1)%8)
				alone, err := ReadBytes("m.csv", []byte(text), o)
				if !assert.NoError(t, err) {
					return
				}
				for _, with := range []Options{shared, shared, other} {
					again, err := ReadBytes("m.csv", []byte(text), with)
					if assert.NoError(t, err) {
						assert.Equal(t, alone, again)
					}
				}
			})
		}
		wait.Wait()
	}
	with, err := ReadBytes("m.csv", []byte("Ref,Theme,Recommendation,Status,Sign-off\n1,Data,A,Complete,Yes\n"), plain)
	require.NoError(t, err)
	without, err := ReadBytes("m.csv", []byte("Ref,Theme,Recommendation,Status,Sign-off\n1,Data,A,Complete,Yes\n"), ignoring)
	require.NoError(t, err)
	assert.NotEqual(t, with.Recommendations, without.Recommendations)
}
