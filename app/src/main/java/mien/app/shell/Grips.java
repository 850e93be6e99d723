package mien.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import mien.app.canvas.tool.LightTool;
import mien.app.canvas.tool.Tool;
import mien.app.canvas.tool.mask.Painting;
import mien.app.edit.EditViewModel;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The tools for what an edit lets a person grasp on the canvas. */
final class Grips {

    private Grips() {}

    /**
     * One tool.
     *
     * @param handle the id of what it grasps; its name is {@code handle.<id>}
     * @param options what it is set to, above the canvas
     */
    record Grip(String handle, Ikon icon, Tool tool, Optional<Region> options) {}

    /** In the order of the system's handles. */
    static <S extends EditSpec> List<Grip> of(EditViewModel<S> edit, Painting.Studio studio) {
        List<Grip> grips = new ArrayList<>();
        for (Handle<S> handle : edit.system().handles()) {
            grip(edit, handle, studio).ifPresent(grips::add);
        }
        return grips;
    }

    private static <S extends EditSpec> Optional<Grip> grip(
            EditViewModel<S> edit, Handle<S> handle, Painting.Studio studio) {
        if (handle instanceof Handle.Light<S> light) {
            Tool tool = new LightTool<>(edit, light);
            return Optional.of(
                    new Grip(light.id(), MaterialDesignW.WEATHER_SUNNY, tool, Optional.empty()));
        }
        if (handle instanceof Handle.Mask<S> mask) {
            Painting painting = Painting.of(edit, mask, studio);
            return Optional.of(grip(mask.id(), MaterialDesignB.BRUSH, painting));
        }
        if (handle instanceof Handle.Layout<S> layout) {
            Painting painting = Painting.of(edit, layout, studio);
            return Optional.of(grip(layout.id(), MaterialDesignP.PALETTE, painting));
        }
        return Optional.empty();
    }

    private static Grip grip(String id, Ikon icon, Painting painting) {
        return new Grip(id, icon, painting.tool(), Optional.of(painting.options()));
    }
}
