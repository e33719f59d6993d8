package io.vestnik.platform.contacts.domain;

import java.util.List;

/**
 * What is exported.
 *
 * @param format {@code xlsx}, {@code xls} or {@code csv}
 * @param name of the file, without its ending
 * @param parts one after another; a workbook has a sheet for each
 * @param columns keys of fields, in order
 * @param total how many contacts there may be, for the progress; 0 when not known
 * @param by the name of who asked for it
 */
public record ExportOrder(String format, String name, List<Part> parts, List<String> columns, long total, String by) {
    public ExportOrder {
        parts = List.copyOf(parts);
        columns = List.copyOf(columns);
        if (parts.isEmpty() || columns.isEmpty()) {
            throw new IllegalArgumentException("An export has contacts and columns");
        }
    }

    /**
     * Some of the contacts.
     *
     * @param title what they are called
     * @param ids the chosen ones, at most 10,000; empty when all that match are meant
     */
    public record Part(String title, ContactFilter filter, List<Long> ids) {
        public Part {
            ids = List.copyOf(ids);
        }

        public static Part of(String title, ContactFilter filter) {
            return new Part(title, filter, List.of());
        }
    }

    public boolean csv() {
        return format.equals("csv");
    }

    /** The name with its ending. */
    public String fileName() {
        return name + "." + format;
    }

    public String contentType() {
        return switch (format) {
            case "csv" -> "text/csv";
            case "xls" -> "application/vnd.ms-excel";
            default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }
}
