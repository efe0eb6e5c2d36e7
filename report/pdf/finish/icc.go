package finish

import (
	"bytes"
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// sRGB makes the colour profile of the output intent: sRGB (IEC 61966-2-1) as a matrix and a parametric curve, in the form of
// ICC.1:2004-10 (version 4.2). It is written from the numbers of the standard, so it is nobody's file and free to ship; half a kilobyte
// where the usual profiles take three.
func sRGB() []byte {
	tags := []iccTag{
		{"desc", iccText("sRGB")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"chad", iccFixed("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)},
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)},
		{"rTRC", iccCurve()},
		{"gTRC", iccCurve()},
		{"bTRC", iccCurve()},
	}
	var table, data bytes.Buffer
	offset := 128 + 4 + 12*len(tags)
	binary.Write(&table, binary.BigEndian, uint32(len(tags)))
	for _, tag := range tags {
		table.WriteString(tag.name)
		binary.Write(&table, binary.BigEndian, []uint32{uint32(offset + data.Len()), uint32(len(tag.data))})
		data.Write(tag.data)
		data.Write(make([]byte, -len(tag.data)&3))
	}
	profile := iccHeader(offset + data.Len())
	return append(append(profile, table.Bytes()...), data.Bytes()...)
}

type iccTag struct {
	name string
	data []byte
}

// iccHeader says: a display profile of RGB, against XYZ under D50. Its date is that of the standard, so that it never changes.
func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x04200000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2004, 10, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(0.9642, 1, 0.8249)[8:])
	return h
}

func iccXYZ(values ...float64) []byte { return iccFixed("XYZ ", values...) }

// iccFixed writes numbers with sixteen bits before and after the point.
func iccFixed(kind string, values ...float64) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// iccCurve is sRGB's own curve: a short straight line, then the power of 2.4.
func iccCurve() []byte {
	fixed := iccFixed("para", 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	return append(append(fixed[:8:8], 0, 3, 0, 0), fixed[8:]...)
}

func iccText(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := append([]byte("mluc"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, 1)
	b = binary.BigEndian.AppendUint32(b, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
