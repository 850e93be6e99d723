package mien.app.canvas.tool.mask;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.edit.EditViewModel;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;

/**
 * All that paints one handle of an edit: the tool for the canvas and the strip above it.
 *
 * @param tool for {@link mien.app.canvas.CanvasView#setTool}
 * @param options to be shown in the same window: it gives the tool its colours; the keys that the
 *     studio holds include {@link MaskKeys#table}
 */
public record Painting(MaskTool tool, Region options) {

    /** What stays the same from picture to picture. */
    public record Studio(MaskTools tools, Texts texts, Supplier<KeyMap> keys) {}

    /** Paints masks. */
    public static <S extends EditSpec> Painting of(
            EditViewModel<S> edit, Handle.Mask<S> handle, Studio studio) {
        return of(MaskLens.of(edit, handle), edit, studio);
    }

    private static Painting of(MaskLens lens, EditViewModel<?> edit, Studio studio) {
        String name = studio.texts.text("mask.new");
        MaskViewModel masks = new MaskViewModel(lens, studio.tools, edit.jobs(), name);
        MaskGround ground = new MaskGround(lens, edit.jobs(), name);
        MaskTool tool = tool(ground, Optional.of(masks), edit, studio);
        return dressed(tool, new MaskOptions(studio, Optional.of(masks)));
    }

    /** Paints a layout. */
    public static <S extends EditSpec> Painting of(
            EditViewModel<S> edit, Handle.Layout<S> handle, Studio studio) {
        int last = handle.classes().size() - 1; // the first is what the eraser paints
        IntegerProperty chosen = new SimpleIntegerProperty(handle.classes().get(last).id());
        LayoutGround ground =
                new LayoutGround(LayoutLens.of(edit, handle), edit.jobs(), chosen::get);
        MaskTool tool = tool(ground, Optional.empty(), edit, studio);
        MaskOptions options = new MaskOptions(studio, Optional.empty());
        dressed(tool, options);
        ClassPalette palette =
                new ClassPalette(edit.system().id(), handle.classes(), chosen, studio.texts);
        return new Painting(tool, new VBox(options, palette));
    }

    private static MaskTool tool(
            Ground ground, Optional<MaskViewModel> masks, EditViewModel<?> edit, Studio studio) {
        Painter painter =
                new Painter(studio.tools, ground, () -> edit.spec().source(), edit.jobs());
        MaskActions actions = new MaskActions(studio.tools, painter, masks, studio.keys);
        return new MaskTool(studio.tools, painter, ground, actions);
    }

    private static Painting dressed(MaskTool tool, MaskOptions options) {
        tool.tintsProperty().bind(options.tintsProperty());
        return new Painting(tool, options);
    }
}
