package report

// SignOffRecorded tells whether any of the pack's rows, and whether each of them, is of a master that records the issuer's
// sign-off. Some and not all: a portfolio over masters with a sign-off column and others without.
func (p *Pack) SignOffRecorded() (some, all bool) {
	return p.signOffs > 0, p.signOffs == len(p.Positions)
}
