package mien.engine.evaluate;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import mien.engine.edit.EditSystem;
import mien.engine.edit.faceswap.FaceSwap;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.face.FacePlace;
import mien.engine.face.Gaze;
import mien.engine.face.Landmarks68;
import mien.engine.flame.FlameCode;
import mien.engine.picture.Mask;
import mien.engine.picture.Picture;

/**
 * One case whose pictures a judge knows by heart. Other pictures are of one colour, and say what
 * they are: red is the share of the source's identity, green that of the target's parts, blue how
 * far the eyes look away, each of 255.
 */
final class KnownSwap implements SwapJudge {

    static final int SIDE = 64;
    static final int SIZE = 96;
    static final long SEED = 1_000_000;
    static final FaceSwap SWAP = new FaceSwap();

    /** The same, but a run gives the whole picture at once. */
    private static final EditSystem<SwapSpec> AS_IT_IS = asItIs();

    final SwapCase c = SwapCase.of(SEED, SIZE);
    private final boolean readsHeads;
    private final Map<Picture, Double> sources = new HashMap<>();
    private final Map<Picture, FlameCode> heads = new HashMap<>();

    KnownSwap(boolean readsHeads) {
        this.readsHeads = readsHeads;
        FacePlace place = FacePlace.of(SwapCase.points(c.target()));
        Picture source = c.source().picture();
        sources.put(place.crop(c.target().picture(), SIDE), 0.0);
        sources.put(place.crop(c.truth().picture(), SIDE), 1.0);
        sources.put(FacePlace.of(SwapCase.points(c.source())).crop(source, SIDE), 1.0);
        heads.put(c.target().picture(), c.target().code());
        heads.put(source, c.source().code());
        heads.put(c.truth().picture(), c.truth().code());
    }

    @SuppressWarnings("unchecked") // a proxy is of all its interfaces
    private static EditSystem<SwapSpec> asItIs() {
        return (EditSystem<SwapSpec>)
                Proxy.newProxyInstance(
                        KnownSwap.class.getClassLoader(),
                        new Class<?>[] {EditSystem.class},
                        (self, method, arguments) ->
                                method.getName().equals("finished")
                                        ? arguments[1]
                                        : method.invoke(SWAP, arguments));
    }

    /** The setting in which a run gives what {@code edit} makes of its spec. */
    SwapSetting edited(BiFunction<SwapCase, SwapSpec, Picture> edit) {
        Editor<SwapSpec> editor =
                new Editor<>() {
                    @Override
                    public SwapSpec open(Picture picture) {
                        return SWAP.opened(picture, List.of());
                    }

                    @Override
                    public Picture run(SwapSpec spec, long seed) {
                        return edit.apply(c, spec);
                    }
                };
        return new SwapSetting(AS_IT_IS, editor, this, SIDE, SIZE);
    }

    private static int level(Picture p, int shift) {
        return p.argb()[p.height() / 2 * p.width() + p.width() / 2] >> shift & 0xff;
    }

    @Override
    public float[] identity(Picture portrait) {
        double known = sources.getOrDefault(portrait, level(portrait, 16) / 255.0);
        double angle = known * Math.PI / 2;
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    @Override
    public float[] guiding(Picture portrait) {
        return identity(portrait);
    }

    @Override
    public List<Gaze> gaze(Picture portrait, Landmarks68 face) {
        double roll = FacePlace.of(SwapCase.points(c.truth())).quad().roll();
        Gaze wanted = c.wantedGaze().turned(-roll);
        boolean known = sources.containsKey(portrait);
        double away = known ? 0 : level(portrait, 0) / 255.0;
        Gaze seen = new Gaze(wanted.pitch() + away, wanted.yaw());
        return List.of(seen, seen);
    }

    @Override
    public Mask parts(Picture portrait) {
        double share = sources.containsKey(portrait) ? 1 : level(portrait, 8) / 255.0;
        byte[] classes = new byte[SIDE * SIDE];
        Arrays.fill(classes, (byte) 1);
        Arrays.fill(classes, (int) Math.round(share * classes.length), classes.length, (byte) 10);
        return new Mask(SIDE, SIDE, classes);
    }

    @Override
    public Optional<FlameCode> head(Picture picture) {
        return readsHeads ? Optional.of(heads.get(picture)) : Optional.empty();
    }
}
