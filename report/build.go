package report

import "errors"

// ErrNoRows tells that the register has no recommendations, so that there is nothing to report on.
var ErrNoRows = errors.New("the register has no recommendations")
