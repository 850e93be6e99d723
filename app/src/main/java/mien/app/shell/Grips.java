package mien.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import mien.app.canvas.tool.LightTool;
import mien.app.canvas.tool.Tool;
import mien.app.canvas.tool.face.FacePanel;
import mien.app.canvas.tool.face.FaceSources;
import mien.app.canvas.tool.face.FaceTool;
import mien.app.canvas.tool.face.FacesModel;
import mien.app.canvas.tool.mask.MaskTools;
import mien.app.canvas.tool.mask.Painting;
import mien.app.canvas.tool.pose.PoseForm;
import mien.app.canvas.tool.pose.PoseLens;
import mien.app.canvas.tool.pose.PoseModel;
import mien.app.canvas.tool.pose.PosePanel;
import mien.app.canvas.tool.pose.PoseStudio;
import mien.app.canvas.tool.pose.PoseTool;
import mien.app.edit.EditViewModel;
import mien.app.edit.Opening;
import mien.app.job.Workshop;
import mien.app.text.Texts;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import mien.engine.picture.Picture;
import mien.engine.picture.pose.PoseShelf;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The tools for what an edit lets a person grasp on the canvas. */
final class Grips {

    private final Surroundings around;
    private final Painting.Studio painting;
    private final PoseStudio posing;
    private final Supplier<Optional<Workshop>> workshop;

    /**
     * @param workshop reads other pictures
     * @param say takes sentences about what was pasted or could not be read
     */
    Grips(Surroundings around, Supplier<Optional<Workshop>> workshop, Consumer<String> say) {
        this.around = around;
        this.workshop = workshop;
        this.painting = new Painting.Studio(new MaskTools(), around.texts(), around.keys()::map);
        this.posing = new PoseStudio(around.keys()::map, around.texts(), say);
    }

    /** What brushes are set to, in all edits. */
    MaskTools masks() {
        return painting.tools();
    }

    /**
     * One tool.
     *
     * @param handle the id of what it grasps; its name is {@code handle.<id>}
     * @param options what it is set to, above the canvas
     * @param beside what stands beside the canvas while it is used
     */
    record Grip(
            String handle,
            Ikon icon,
            Tool tool,
            Optional<Region> options,
            Optional<Region> beside) {}

    /** In the order of the system's handles. */
    <S extends EditSpec> List<Grip> of(EditViewModel<S> edit) {
        List<Grip> grips = new ArrayList<>();
        for (Handle<S> handle : edit.system().handles()) {
            grip(edit, handle).ifPresent(grips::add);
        }
        return grips;
    }

    private <S extends EditSpec> Optional<Grip> grip(EditViewModel<S> edit, Handle<S> handle) {
        if (handle instanceof Handle.Light<S> light) {
            Tool tool = new LightTool<>(edit, light);
            return Optional.of(
                    new Grip(
                            light.id(),
                            MaterialDesignW.WEATHER_SUNNY,
                            tool,
                            Optional.empty(),
                            Optional.empty()));
        }
        if (handle instanceof Handle.Mask<S> mask) {
            Painting made = Painting.of(edit, mask, painting);
            return Optional.of(grip(mask.id(), MaterialDesignB.BRUSH, made));
        }
        if (handle instanceof Handle.Layout<S> layout) {
            Painting made = Painting.of(edit, layout, painting);
            return Optional.of(grip(layout.id(), MaterialDesignP.PALETTE, made));
        }
        if (handle instanceof Handle.Figure<S> figure) {
            return Optional.of(grip(edit, figure));
        }
        if (handle instanceof Handle.Faces<S> faces) {
            return workshop.get().map(shop -> grip(edit, faces, shop));
        }
        return Optional.empty(); // a pad stands in the inspector
    }

    private <S extends EditSpec> Grip grip(EditViewModel<S> edit, Handle.Figure<S> figure) {
        Picture source = edit.spec().source();
        PoseModel pose = new PoseModel(PoseLens.of(edit, figure), source.width(), source.height());
        PosePanel panel =
                new PosePanel(
                        pose,
                        new PoseShelf(around.config().resolve("poses")),
                        new PoseFiles(around),
                        posing);
        return new Grip(
                figure.id(),
                MaterialDesignH.HUMAN,
                new PoseTool(pose, posing),
                Optional.empty(),
                Optional.of(panel));
    }

    private <S extends EditSpec> Grip grip(
            EditViewModel<S> edit, Handle.Faces<S> handle, Workshop shop) {
        Texts texts = around.texts();
        FacesModel<S> faces = new FacesModel<>(edit, handle, posing.say());
        FaceSources<S> sources =
                new FaceSources<>(faces, new Opening<>(edit, shop, texts, posing.say()));
        Runnable ask = () -> around.files().toOpen(texts).ifPresent(sources::open);
        FacePanel<S> panel =
                new FacePanel<>(
                        faces, sources, () -> edit.spec().source(), around.keys()::map, texts, ask);
        return new Grip(
                handle.id(),
                MaterialDesignF.FACE_RECOGNITION,
                new FaceTool<>(faces, sources, around.keys()::map, texts, ask),
                Optional.empty(),
                Optional.of(panel));
    }

    /** Asks for pose files. */
    private record PoseFiles(Surroundings around) implements PosePanel.Ask {

        @Override
        public Optional<Path> toOpen() {
            return around.files().toPose(around.texts());
        }

        @Override
        public Optional<PosePanel.Target> toSave(String proposedName, PoseForm first) {
            return around.files().toSavePose(around.texts(), proposedName, first);
        }
    }

    private static Grip grip(String id, Ikon icon, Painting painting) {
        return new Grip(
                id, icon, painting.tool(), Optional.of(painting.options()), Optional.empty());
    }
}
