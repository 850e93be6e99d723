package mien.engine.edit.faceswap;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Watcher;
import mien.engine.diffusion.sampler.Samplers;
import mien.engine.edit.Control;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Meter;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Readings;
import mien.engine.edit.Run;
import mien.engine.edit.RunSettings;
import mien.engine.edit.SavedSpec;
import mien.engine.edit.faceswap.SwapSettings.Walk;
import mien.engine.face.FaceMask;
import mien.engine.face.FacePlace;
import mien.engine.face.Landmarks68;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * DiffFace (Kim et al. 2022) as a room: the faces of a picture are found, each gets the identity of
 * a face in another picture, and is formed anew in its upright portrait by a guided, blended walk
 * from the target itself ({@link SwapWalk}). Only the portraits are sampled; they are put back into
 * the picture, of whatever size, when it is looked at.
 */
public final class FaceSwap implements EditSystem<SwapSpec> {

    /** The shorter side of the smallest picture whose faces are swapped, pixels. */
    public static final int LEAST_SIDE = 64;

    private static final int WARM_STEPS = 2;

    private static final List<Control<SwapSpec>> CONTROLS = SwapControls.all();

    private final SwapLoading loading;

    public FaceSwap() {
        this(new PackLoading());
    }

    /**
     * @param loading makes the networks of a run
     */
    FaceSwap(SwapLoading loading) {
        this.loading = loading;
    }

    @Override
    public String id() {
        return SwapModel.SYSTEM;
    }

    @Override
    public String subject() {
        return "target";
    }

    @Override
    public String sampler() {
        return "ddpm"; // reference diffface.md §1
    }

    @Override
    public List<Control<SwapSpec>> controls() {
        return CONTROLS;
    }

    @Override
    public List<Handle<SwapSpec>> handles() {
        return List.of(
                FaceHandle.HANDLE,
                new Handle.Mask<>(
                        "where",
                        true,
                        s -> s.where().painted(),
                        (s, masks) -> s.withWhere(s.where().withPainted(masks))),
                new Handle.Pad<>("tradeoff", SwapControls.IDENTITY, SwapControls.STRUCTURE, true));
    }

    @Override
    public SwapSpec open(Picture picture, Run run) {
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            throw new EditException(
                    "The picture has only %d × %d pixels: choose one of at least %d × %d."
                            .formatted(picture.width(), picture.height(), LEAST_SIDE, LEAST_SIDE));
        }
        SwapGuidance usual = loading.defaults(run.pack()).guidance();
        return opened(picture, loading.finder(run).faces(picture), usual);
    }

    /**
     * A picture whose faces are already known, without any network.
     *
     * @param faces from left to right; they are numbered from 1
     */
    public SwapSpec opened(Picture picture, List<Landmarks68> faces) {
        return opened(picture, faces, SwapGuidance.DEFAULT);
    }

    private static SwapSpec opened(Picture picture, List<Landmarks68> faces, SwapGuidance usual) {
        return SwapSpec.of(
                picture,
                IntStream.range(0, faces.size())
                        .mapToObj(i -> SwapFace.found(i + 1, faces.get(i)))
                        .toList(),
                usual);
    }

    @Override
    public Picture proxy(SwapSpec spec) {
        return SwapProxy.of(spec);
    }

    @Override
    public Picture run(SwapSpec spec, Run run) {
        List<SwapFace> faces = spec.swapped();
        requireDonor(spec, faces);
        SwapTools tools = loading.tools(run, spec.guidance().guiding().eyes());
        SwapSettings settings =
                new SwapSettings(
                        walk(spec.guidance().depth(), tools, run.settings()),
                        spec.guidance().heard(),
                        spec.guidance().blending());
        List<SwapTarget> targets =
                faces.stream().map(face -> SwapTarget.of(face, spec, tools, run)).toList();
        return sampled(spec, targets, new SwapWalk(tools.networks(), () -> settings), tools, run);
    }

    private static Picture sampled(
            SwapSpec spec, List<SwapTarget> targets, SwapWalk walk, SwapTools tools, Run run) {
        List<SwapPair> pairs = targets.stream().map(t -> t.pair(spec)).toList();
        List<Mask> parsed = targets.stream().map(SwapTarget::parsed).toList();
        List<Picture> results =
                walk.swap(pairs, run, faces -> shown(faces, pairs, parsed, tools, run));
        return SwapStrip.of(results, parsed);
    }

    private static Watcher shown(
            List<FaceWalk> faces,
            List<SwapPair> pairs,
            List<Mask> parsed,
            SwapTools tools,
            Run run) {
        SwapMeters meters =
                new SwapMeters(
                        tools.networks(), faces, pairs.stream().map(SwapPair::eyes).toList());
        return new Watcher() {
            @Override
            public void onStep(int done, int count, NDArray x0) {
                run.publish(
                        done,
                        count,
                        () -> SwapStrip.of(pasted(faces, x0), parsed),
                        picture -> meters.of(done, count, x0));
            }
        };
    }

    private static List<Picture> pasted(List<FaceWalk> faces, NDArray x0) {
        List<NDArray> pictures = FaceRow.apart(x0);
        return IntStream.range(0, faces.size())
                .mapToObj(i -> faces.get(i).paste().picture(pictures.get(i).toFloatArray()))
                .toList();
    }

    private static void requireDonor(SwapSpec spec, List<SwapFace> swapped) {
        if (spec.faces().isEmpty()) {
            throw new EditException(
                    "No face was found in the picture: place its five points by hand, or choose another picture.");
        }
        if (swapped.isEmpty()) {
            throw new EditException("No face has a source yet: choose a picture to take one from.");
        }
    }

    /** As many steps as were asked for, else the model's; by the sampler that was asked for. */
    private Walk walk(double depth, SwapTools tools, RunSettings asked) {
        Sampler sampler = Samplers.named(asked.samplerOr(sampler()), asked.eta());
        int chain = tools.chain();
        int steps = (int) Math.max(2, Math.min(chain, Math.round(depth * chain)));
        Walk own =
                new Walk(
                        chain,
                        chain - steps,
                        sampler,
                        asked.temperature().orElse(tools.temperature()));
        return asked.steps().isPresent()
                ? own.of(asked.steps().getAsInt(), tools.networks().chain().size())
                : own;
    }

    @Override
    public Picture finished(SwapSpec spec, Picture sampled) {
        List<SwapFace> faces = spec.swapped();
        if (!SwapStrip.is(sampled, faces.size(), spec.source())) {
            return sampled; // of another spec, or finished already
        }
        List<Picture> portraits = SwapStrip.portraits(sampled);
        List<Mask> parsed = SwapStrip.faces(sampled);
        Picture result = spec.source();
        for (int i = 0; i < faces.size(); i++) {
            FacePlace place = FacePlace.of(faces.get(i).points());
            FaceMask mask = spec.where().joined(place, parsed.get(i));
            result = place.pasted(result, portraits.get(i), mask, spec.where().band());
        }
        return spec.strength() == 1 ? result : result.over(spec.source(), spec.strength());
    }

    @Override
    public Picture glimpse(Picture sampled) {
        return SwapStrip.beside(sampled);
    }

    @Override
    public boolean sameRun(SwapSpec a, SwapSpec b) {
        return a.sampled().equals(b.sampled());
    }

    @Override
    public boolean steers(SwapSpec running, SwapSpec wanted) {
        return running.source().equals(wanted.source())
                && running.cast().equals(wanted.cast())
                && running.guidance().depth() == wanted.guidance().depth();
    }

    /** Portraits are all of one size, whatever the picture's is. */
    @Override
    public String effort(SwapSpec spec) {
        SwapSettings.Guiding g = spec.guidance().heard();
        Set<String> experts = new TreeSet<>(g.pulls().keySet());
        return "%d faces %s %d %s".formatted(spec.swapped().size(), g.form(), g.copies(), experts);
    }

    @Override
    public List<Meter> meters() {
        return SwapMeters.ALL;
    }

    @Override
    public OptionalDouble score(Readings readings) {
        return SwapMeters.score(readings);
    }

    @Override
    public List<Notice> notices(Pack pack) {
        return loading.notices(pack);
    }

    @Override
    public void warmUp(Run run) {
        SwapTools tools = loading.tools(run, Statistics.RUNNING);
        int side = tools.networks().size();
        Picture grey = Picture.filled(side, side, 0xff808080);
        loading.finder(run).faces(grey);
        Walk few = new Walk(WARM_STEPS + 1, 1, Samplers.named("ddpm", 0), 1);
        SwapSettings settings = SwapSettings.asProgram().withoutSlips().with(few);
        SwapPair pair = new SwapPair(grey, grey, Optional.empty(), Optional.empty());
        new SwapWalk(tools.networks(), () -> settings)
                .swap(List.of(pair), run, faces -> Watcher.NONE);
    }

    @Override
    public SwapSpec untouched(SwapSpec spec) {
        List<SwapFace> found = new ArrayList<>();
        for (SwapFace face : spec.faces()) {
            face.found().ifPresent(f -> found.add(SwapFace.found(face.id(), f)));
        }
        return SwapSpec.of(spec.source(), found, spec.usual());
    }

    @Override
    public SavedSpec save(SwapSpec spec) {
        return SavedSwap.saved(spec);
    }

    @Override
    public SwapSpec restore(SavedSpec saved, Picture source) {
        return SavedSwap.restored(saved, source);
    }
}
