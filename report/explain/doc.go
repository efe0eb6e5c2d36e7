// Package explain says where a figure comes from: its rule in words, the rows behind it with the cells of the master that decided, what
// came in and went out since last month, and which filter of the workbook shows the rows. Nothing is counted here.
package explain
