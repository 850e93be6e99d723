package mien.app.toy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mien.engine.edit.Control;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Run;
import mien.engine.edit.SavedFields;
import mien.engine.edit.SavedMasks;
import mien.engine.edit.SavedSpec;
import mien.engine.picture.Picture;
import mien.engine.picture.mask.TiledMask;
import mien.engine.picture.pose.PoseFile;
import mien.engine.picture.pose.Skeleton;

/** Turns into its negative what is painted over; a figure that is drawn changes nothing. */
public final class ToyDrawing implements EditSystem<DrawnSpec> {

    @Override
    public String id() {
        return "relight";
    }

    @Override
    public List<Control<DrawnSpec>> controls() {
        return List.of();
    }

    @Override
    public List<Handle<DrawnSpec>> handles() {
        return List.of(
                new Handle.Mask<>(
                        "where",
                        true,
                        DrawnSpec::where,
                        (s, m) -> new DrawnSpec(s.source(), m, s.figure())),
                new Handle.Figure<>(
                        "figure",
                        DrawnSpec::figure,
                        (s, f) -> new DrawnSpec(s.source(), s.where(), f)));
    }

    @Override
    public DrawnSpec open(Picture portrait, Run run) {
        return DrawnSpec.of(portrait);
    }

    @Override
    public Picture proxy(DrawnSpec spec) {
        Picture in = spec.source();
        Optional<TiledMask> mask = spec.where().rendered();
        int[] out = in.argb().clone();
        for (int i = 0; i < out.length; i++) {
            int x = i % in.width();
            int y = i / in.width();
            if (mask.filter(m -> m.at(x, y) > 127).isPresent()) {
                out[i] ^= 0xffffff;
            }
        }
        return new Picture(in.width(), in.height(), out);
    }

    @Override
    public Picture run(DrawnSpec spec, Run run) {
        return proxy(spec);
    }

    @Override
    public DrawnSpec untouched(DrawnSpec spec) {
        return DrawnSpec.of(spec.source());
    }

    @Override
    public void warmUp(Run run) {}

    @Override
    public SavedSpec save(DrawnSpec s) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.set("where", SavedMasks.values("where", s.where()));
        if (!s.figure().equals(Skeleton.EMPTY)) {
            Picture in = s.source();
            PoseFile file = PoseFile.openPose(List.of(s.figure()), in.width(), in.height());
            values.put("figure", file.text());
        }
        return new SavedSpec(1, values, Map.of(), SavedMasks.pixels("where", s.where()));
    }

    @Override
    public DrawnSpec restore(SavedSpec saved, Picture source) {
        SavedFields in = SavedFields.of(id(), saved, 1);
        DrawnSpec none = DrawnSpec.of(source);
        return new DrawnSpec(
                source,
                SavedMasks.of(in.section("where"), saved, none.where()),
                in.has("figure")
                        ? PoseFile.parse(in.text("figure"), "the figure").figures().get(0)
                        : none.figure());
    }
}
