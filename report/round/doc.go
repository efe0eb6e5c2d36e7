// Package round asks the owners of recommendations what has changed, reads what they send back, and puts it into the masters.
//
// A round, step by step:
//
//  1. asked.go, code.go: of the packs of a month, the open rows of each owner; round.json keeps what was asked and what the master said.
//  2. ask.go, book.go, mail.go, tosend.go: a workbook to fill in for each owner over all masters, and the text of the e-mail to send it with.
//  3. read.go, identify.go: what came back is read, whatever it is called; each row is found again by two of ref, text and code.
//  4. merge: answers, what was asked and what the master says now are merged as plain data; see package merge.
//  5. collect.go, intake.go, settle.go: whose each file is and what becomes of every answer; write.go puts what can be taken into the master
//     by package inplace, and results.go and receipt.go list it all.
//  6. chase.go: who has not answered.
//
// Nothing here knows the clock: days come from the files or from the caller.
package round
