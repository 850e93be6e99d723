package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mien.engine.edit.Notice;
import mien.engine.edit.Pack;
import mien.engine.edit.Remembered;
import mien.engine.edit.Run;
import mien.engine.edit.faceswap.ExpertSizes.Gazes;
import mien.engine.edit.faceswap.SwapTools.Parse;
import mien.engine.face.FaceFinder;
import mien.engine.net.EyeNetConfig;
import mien.engine.nn.Layers.Statistics;
import mien.engine.picture.Mask;
import mien.engine.picture.PictureException;
import mien.engine.tensor.Precision;

/** Loads the networks of a pack, as {@link SwapModel} and {@link ExpertSizes} describe them. */
final class PackLoading implements SwapLoading {

    private static final int PARSES = 8;

    /** A parser and what it said lately. */
    private record Parsing(FaceParser parser, Remembered<Parse, Mask> parses) {}

    @Override
    public SwapTools tools(Run run, Statistics eyes) {
        Pack pack = run.pack();
        SwapModel model = SwapModel.of(pack);
        ExpertSizes.Parser sizes =
                SwapModel.expert(pack, ExpertSizes.PARSER, ExpertSizes.Parser.class);
        Parsing parsing =
                run.network(
                        ExpertSizes.PARSER,
                        w -> new Parsing(sizes.parser(w), new Remembered<>(PARSES)));
        SwapNetworks networks =
                new SwapNetworks(
                        model.size(),
                        run.network(SwapModel.UNET, model::unet),
                        model.diffusion().chain(),
                        model.diffusion().parameterisation(),
                        run.network(SwapModel.IDENTITY, model::recogniser),
                        parsing.parser,
                        gaze(run, eyes),
                        pose(run));
        return new SwapTools(
                networks,
                model.diffusion().respaced(),
                defaults(pack).temperature(),
                parsing.parses);
    }

    private static Optional<GazeReader> gaze(Run run, Statistics eyes) {
        if (!run.pack().has(ExpertSizes.GAZE)) {
            return Optional.empty();
        }
        EyeNetConfig sizes = SwapModel.expert(run.pack(), ExpertSizes.GAZE, EyeNetConfig.class);
        Gazes gazes = run.network(ExpertSizes.GAZE, w -> Gazes.of(sizes, w));
        return Optional.of(eyes == Statistics.RUNNING ? gazes.meant() : gazes.program());
    }

    private static Optional<HeadPose> pose(Run run) {
        if (!run.pack().has(ExpertSizes.POSE)) {
            return Optional.empty();
        }
        ExpertSizes.Pose sizes =
                SwapModel.expert(run.pack(), ExpertSizes.POSE, ExpertSizes.Pose.class);
        return Optional.of(run.network(ExpertSizes.POSE, Precision.FLOAT32, sizes::pose));
    }

    @Override
    public SwapTools.Finder finder(Run run) {
        if (!finds(run.pack())) {
            return SwapTools.Finder.NONE;
        }
        ExpertSizes.Detector where =
                SwapModel.expert(run.pack(), ExpertSizes.DETECTOR, ExpertSizes.Detector.class);
        ExpertSizes.Landmarks points =
                SwapModel.expert(run.pack(), ExpertSizes.LANDMARKS, ExpertSizes.Landmarks.class);
        FaceFinder finder =
                new FaceFinder(
                        run.network(ExpertSizes.DETECTOR, Precision.FLOAT32, where::detector),
                        run.network(ExpertSizes.LANDMARKS, Precision.FLOAT32, points::landmarks));
        return picture -> {
            try {
                return finder.faces(picture, run::checkCancelled).stream()
                        .map(face -> face.points())
                        .toList();
            } catch (PictureException e) {
                return List.of(); // a person may still place one by hand
            }
        };
    }

    private static boolean finds(Pack pack) {
        return pack.has(ExpertSizes.DETECTOR) && pack.has(ExpertSizes.LANDMARKS);
    }

    @Override
    public SwapDefaults defaults(Pack pack) {
        return pack.describes(SwapDefaults.SECTION)
                ? SwapModel.expert(pack, SwapDefaults.SECTION, SwapDefaults.class)
                : SwapDefaults.PROGRAM.walking(SwapModel.of(pack).diffusion().depth());
    }

    @Override
    public List<Notice> notices(Pack pack) {
        List<Notice> notices = new ArrayList<>();
        if (SwapModel.of(pack).unet().identityWidth() == 0) {
            notices.add(
                    new Notice(
                            "guidance-alone",
                            "The model '%s' was not trained to know faces, so guidance alone carries the identity: expect less likeness, and raise the identity."
                                    .formatted(pack.id())));
        }
        if (!finds(pack)) {
            notices.add(
                    new Notice(
                            "no-finder",
                            "The model '%s' has no network that finds faces: place five points on each by hand."
                                    .formatted(pack.id())));
        }
        return notices;
    }
}
