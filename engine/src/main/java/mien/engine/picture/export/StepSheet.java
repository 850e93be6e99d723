package mien.engine.picture.export;

import java.util.ArrayList;
import java.util.List;
import mien.engine.picture.ContactSheet;
import mien.engine.picture.Picture;

/** The steps of a run on one sheet, in reading order. */
public final class StepSheet {
    private static final int MOST = 48;
    private static final int CELL_SIDE = 256;
    private static final int GAP = 8;
    private static final int BACKGROUND = 0xff202020;
    private static final double WIDER_THAN_HIGH = 1.6;

    private StepSheet() {}

    /**
     * @param steps in order, at least one; of many, {@value #MOST} are chosen evenly, always with
     *     the first and the last
     * @return the sheet; no cell is more than {@value #CELL_SIDE} pixels wide or high
     */
    public static Picture of(List<Picture> steps) {
        List<Picture> cells = new ArrayList<>();
        int count = Math.min(MOST, steps.size());
        for (int i = 0; i < count; i++) {
            int step = count == 1 ? 0 : (int) ((long) i * (steps.size() - 1) / (count - 1));
            cells.add(Thumbnail.of(steps.get(step), CELL_SIDE));
        }
        int columns = (int) Math.ceil(Math.sqrt(count * WIDER_THAN_HIGH));
        return ContactSheet.grid(cells, Math.max(1, columns), GAP, BACKGROUND);
    }
}
