package plugin

import "github.com/grafana/grafana-plugin-sdk-go/data"

// column is a field with a value for each row, the name by which panels show it, and Grafana's id of its unit, if any.
func column[Row, Value any](rows []Row, name, label, unit string, of func(Row) Value) *data.Field {
	values := make([]Value, len(rows))
	for i, row := range rows {
		values[i] = of(row)
	}
	field := data.NewField(name, nil, values)
	field.Config = &data.FieldConfig{DisplayNameFromDS: label, Unit: unit}
	return field
}

// known is a text that is not empty, or nothing.
func known(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
