package mien.engine.picture;

import java.util.ArrayList;
import java.util.List;

/** Pictures side by side, for looking at many at once. */
public final class ContactSheet {

    private static final int GAP = 4;
    private static final int BACKGROUND = 0xff202020;

    private ContactSheet() {}

    /** As sheets usually are: a little apart, on dark grey. */
    public static Picture of(List<List<Picture>> rows) {
        return of(rows, GAP, BACKGROUND);
    }

    /**
     * Every column is as wide as its widest picture, every row as high as its highest; smaller
     * pictures lie in the middle of their cell.
     *
     * @param rows rows of pictures; rows may differ in length
     * @param gap pixels between cells and around them
     * @param background colour behind the pictures, 0xAARRGGBB
     * @return the sheet
     */
    public static Picture of(List<List<Picture>> rows, int gap, int background) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            throw new IllegalArgumentException("A contact sheet needs at least one picture.");
        }
        int[] widths = new int[columns];
        int[] heights = new int[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                widths[c] = Math.max(widths[c], rows.get(r).get(c).width());
                heights[r] = Math.max(heights[r], rows.get(r).get(c).height());
            }
        }
        Picture sheet = Picture.filled(total(widths, gap), total(heights, gap), background);
        int y = gap;
        for (int r = 0; r < rows.size(); r++) {
            int x = gap;
            for (int c = 0; c < rows.get(r).size(); c++) {
                Picture p = rows.get(r).get(c);
                lay(sheet, p, x + (widths[c] - p.width()) / 2, y + (heights[r] - p.height()) / 2);
                x += widths[c] + gap;
            }
            y += heights[r] + gap;
        }
        return sheet;
    }

    /**
     * @param pictures the pictures in reading order
     * @param columns pictures a row, at least 1
     * @param gap pixels between cells and around them
     * @param background colour behind the pictures, 0xAARRGGBB
     * @return the sheet
     */
    public static Picture grid(List<Picture> pictures, int columns, int gap, int background) {
        List<List<Picture>> rows = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i += columns) {
            rows.add(pictures.subList(i, Math.min(pictures.size(), i + columns)));
        }
        return of(rows, gap, background);
    }

    private static int total(int[] sizes, int gap) {
        int sum = gap;
        for (int size : sizes) {
            sum += size + gap;
        }
        return sum;
    }

    private static void lay(Picture sheet, Picture p, int x, int y) {
        for (int r = 0; r < p.height(); r++) {
            int to = (y + r) * sheet.width() + x;
            System.arraycopy(p.argb(), r * p.width(), sheet.argb(), to, p.width());
        }
    }
}
