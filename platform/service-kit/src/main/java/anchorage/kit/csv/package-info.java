/** Rows as a spreadsheet reads them: one writer, one guard, and the document that says where they are given. */
package anchorage.kit.csv;
