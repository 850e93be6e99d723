package mien.app.export;

import mien.app.prefs.Work;

/**
 * How a result is exported.
 *
 * @param quality of a JPEG, 1 to 100
 * @param behind 0xRRGGBB behind transparent parts of a JPEG
 * @param originalSize whether a flat picture gets the size of the original
 * @param recipe whether the file tells how to make the picture again
 * @param session whether the file carries the session
 * @param share whether only what a stranger should know goes into the file
 * @param steps whether a contact sheet of the steps is written beside it
 */
public record ExportChoice(
        ExportFormat format,
        int quality,
        int behind,
        boolean originalSize,
        boolean recipe,
        boolean session,
        boolean share,
        boolean steps) {

    private static final int WHITE = 0xffffff;

    public static final ExportChoice DEFAULT =
            new ExportChoice(ExportFormat.PNG, 95, WHITE, false, true, false, false, false);

    public ExportChoice {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a quality is 1 to 100, but got " + quality);
        }
    }

    /** What was chosen the last time; a session goes into a file only when it is asked for. */
    public static ExportChoice of(Work.Export last) {
        return new ExportChoice(
                ExportFormat.of(last.format()),
                last.quality(),
                WHITE,
                last.originalSize(),
                last.recipe(),
                false,
                last.share(),
                last.steps());
    }

    /** What the next export begins with. */
    public Work.Export remembered() {
        return new Work.Export(format.id(), quality, recipe, share, originalSize, steps);
    }

    public ExportChoice withFormat(ExportFormat now) {
        return new ExportChoice(now, quality, behind, originalSize, recipe, session, share, steps);
    }

    public ExportChoice withQuality(int now) {
        return new ExportChoice(format, now, behind, originalSize, recipe, session, share, steps);
    }

    public ExportChoice withBehind(int now) {
        return new ExportChoice(
                format, quality, now & WHITE, originalSize, recipe, session, share, steps);
    }

    public ExportChoice withOriginalSize(boolean now) {
        return new ExportChoice(format, quality, behind, now, recipe, session, share, steps);
    }

    public ExportChoice withRecipe(boolean now) {
        return new ExportChoice(format, quality, behind, originalSize, now, session, share, steps);
    }

    public ExportChoice withSession(boolean now) {
        return new ExportChoice(format, quality, behind, originalSize, recipe, now, share, steps);
    }

    public ExportChoice withShare(boolean now) {
        return new ExportChoice(format, quality, behind, originalSize, recipe, session, now, steps);
    }

    public ExportChoice withSteps(boolean now) {
        return new ExportChoice(format, quality, behind, originalSize, recipe, session, share, now);
    }
}
