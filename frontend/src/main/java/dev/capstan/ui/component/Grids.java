package dev.capstan.ui.component;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;

/** What all lazy grids have in common. */
public final class Grids {

    private Grids() {}

    /** A grid in which a row is opened by a click or Enter (through its link marked {@code data-row}). */
    public static <T> Grid<T> create(String label) {
        Grid<T> grid = new Grid<>();
        grid.addClassName("list");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setColumnReorderingAllowed(false);
        grid.getElement().setProperty("accessibleName", label);
        grid.setSizeFull();
        grid.addAttachListener(attached -> grid.getElement().executeJs("window.capstan.grid(this)"));
        return grid;
    }

    /** Shows the column only where the grid is at least so many pixels wide. */
    public static <T> Grid.Column<T> from(int pixels, Grid.Column<T> column) {
        column.getElement().setAttribute("data-from", Integer.toString(pixels));
        return column;
    }

    /** Shows the column only where the grid is narrower than so many pixels. */
    public static <T> Grid.Column<T> until(int pixels, Grid.Column<T> column) {
        column.getElement().setAttribute("data-until", Integer.toString(pixels));
        return column;
    }

    /** Sets a column of numbers to the right. */
    public static <T> Grid.Column<T> number(Grid.Column<T> column) {
        return column.setTextAlign(ColumnTextAlign.END);
    }
}
