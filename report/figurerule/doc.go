// Package figurerule says what the rule of a figure comes to for those who do not count by it: its words, the choice in filter lists that
// shows the same rows, and the plan of which formulas are made. The rules themselves are in package report, and nothing is counted here.
package figurerule
