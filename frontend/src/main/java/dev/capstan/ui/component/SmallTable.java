package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table of a few rows that are all there at once; longer lists are lazy grids. */
public class SmallTable extends NativeTable {

    /** Marks a column of numbers, set to the right. */
    public static final char NUMBER = '#';

    /** Marks a column that a narrow screen can do without. */
    public static final char WIDE = '+';

    private final String[] classes;

    /**
     * @param caption what the table holds; read out, not shown
     * @param headers the columns' names, each behind any of the marks
     */
    public SmallTable(String caption, String... headers) {
        addClassName("small-table");
        setCaptionText(caption);
        getCaption().addClassName("sr-only");
        classes = new String[headers.length];
        NativeTableRow row = getHead().addRow();
        for (int i = 0; i < headers.length; i++) {
            String marks = headers[i].replaceAll("[^#+].*", "");
            classes[i] = (marks.indexOf(NUMBER) >= 0 ? "number " : "") + (marks.indexOf(WIDE) >= 0 ? "wide" : "");
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.setText(headers[i].substring(marks.length()));
            cell.getElement().setAttribute("scope", "col");
            cell.getElement().setAttribute("class", classes[i]);
        }
    }

    /** One more row; strings become text, never markup. */
    public void row(Object... cells) {
        NativeTableRow row = getBody().addRow();
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = row.addDataCell();
            cell.getElement().setAttribute("class", classes[i]);
            cell.add(cells[i] instanceof Component component ? component : new Text(cells[i].toString()));
        }
    }
}
