package round

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime"
	"strings"

	"boardpack/report"
)

// mail is an e-mail to an owner.
type mail struct {
	to, copyTo, subject string
	body                string // lines end with \n
	attached            string // name of the workbook
	data                []byte
}

// askMail is the e-mail that a return goes out with. It names refs and never what they say.
func askMail(s *Setting, r *Round, o *AskedOwner, c *Contact, data []byte) mail {
	w := s.words(o.Language)
	rows := r.rowsOf(o.Name)
	day := w.Date(r.ReplyBy)
	file := o.File + ".xlsx"
	paragraphs := []string{
		w.Say("round.mail.dear", "Name", nameOf(c, o)),
		w.Count("round.mail.ask", len(rows), "File", file, "Date", day),
		refsByReport(w, r, rows),
		w.Say("round.mail.how", "NoChange", w.Say("round.no_change")),
		w.Say("round.mail.late"),
	}
	if len(s.Words) > 1 {
		paragraphs = append(paragraphs, w.Say("round.mail.languages"))
	}
	m := mail{subject: w.Say("round.mail.subject", "Date", day), body: letter(w, s, paragraphs), attached: file, data: data}
	m.address(c)
	return m
}

// letter closes a letter with the team's name.
func letter(w report.Words, s *Setting, paragraphs []string) string {
	end := w.Say("round.mail.thanks")
	for _, text := range []string{s.contact(w), s.organisation(w)} {
		if text != "" {
			end += "\n" + text
		}
	}
	return strings.Join(append(paragraphs, end), "\n\n") + "\n"
}

// nameOf is the name of a person where the contacts have one, else that of the owner.
func nameOf(c *Contact, o *AskedOwner) string {
	if c != nil && c.Name != "" {
		return c.Name
	}
	return o.shown()
}

func (m *mail) address(c *Contact) {
	if c != nil {
		m.to, m.copyTo = c.Email, c.CopyTo
	}
}

// refsByReport lists rows by their reports, a line for each.
func refsByReport(w report.Words, r *Round, rows []*Row) string {
	var order []string
	refs := map[string][]string{}
	for _, row := range rows {
		if refs[row.Register] == nil {
			order = append(order, row.Register)
		}
		refs[row.Register] = append(refs[row.Register], row.Ref)
	}
	var lines []string
	for _, register := range order {
		title := register
		if m := r.master(register); m != nil {
			title, _ = m.Title.In(w.Lang())
		}
		lines = append(lines, w.Say("round.mail.refs", "Report", title, "Refs", strings.Join(refs[register], ", ")))
	}
	return strings.Join(lines, "\n")
}

// text is the e-mail to copy from: the addresses, the subject and the body.
func (m *mail) text(w report.Words) []byte {
	var b strings.Builder
	for _, l := range []struct{ label, text string }{{w.Say("round.mail.to"), m.to}, {w.Say("round.mail.copy_to"), m.copyTo},
		{w.Say("round.mail.subject_line"), m.subject}, {w.Say("round.mail.attach"), m.attached}} {
		if l.text != "" {
			b.WriteString(l.label + " " + l.text + "\n")
		}
	}
	b.WriteString("\n" + m.body)
	return []byte(strings.ReplaceAll(b.String(), "\n", "\r\n"))
}

// draft is the e-mail as a file that mail programs open as a draft (RFC 5322; X-Unsent is Outlook's).
func (m *mail) draft() []byte {
	var b bytes.Buffer
	boundary := "boardpack-" + mark(m.subject, m.body, m.attached)
	header := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", name, value)
		}
	}
	header("To", onOneLine(m.to))
	header("Cc", onOneLine(m.copyTo))
	header("Subject", mime.QEncoding.Encode("utf-8", onOneLine(m.subject)))
	header("X-Unsent", "1")
	header("MIME-Version", "1.0")
	header("Content-Type", `multipart/mixed; boundary="`+boundary+`"`)
	fmt.Fprintf(&b, "\r\n--%s\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", boundary)
	inLines(&b, []byte(strings.ReplaceAll(m.body, "\n", "\r\n")))
	if m.data != nil {
		fmt.Fprintf(&b, "\r\n--%s\r\nContent-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"%s\"\r\n\r\n",
			boundary, m.attached)
		inLines(&b, m.data)
	}
	fmt.Fprintf(&b, "\r\n--%s--\r\n", boundary)
	return b.Bytes()
}

// onOneLine keeps a value from being more than one header.
func onOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// inLines writes bytes in base64, 76 characters to a line (RFC 2045, 6.8).
func inLines(b *bytes.Buffer, data []byte) {
	const wide = 76
	text := base64.StdEncoding.EncodeToString(data)
	for len(text) > wide {
		b.WriteString(text[:wide] + "\r\n")
		text = text[wide:]
	}
	b.WriteString(text + "\r\n")
}
