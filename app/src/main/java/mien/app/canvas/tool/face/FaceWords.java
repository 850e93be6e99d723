package mien.app.canvas.tool.face;

import java.util.Locale;
import mien.app.text.Texts;
import mien.engine.edit.FaceMark;
import mien.engine.picture.FivePoints.Mark;
import mien.engine.picture.FivePoints.Point;

/** What faces and their points are called, on the screen and for a screen reader. */
final class FaceWords {

    private FaceWords() {}

    static String mark(Texts texts, Mark mark) {
        return texts.text("faces.mark." + mark.name().toLowerCase(Locale.ROOT));
    }

    static String face(Texts texts, int number) {
        return texts.text("faces.face", number);
    }

    /** What happens to a face. */
    static String state(Texts texts, FaceMark face) {
        if (!face.chosen()) {
            return texts.text("faces.state.left");
        }
        return face.source()
                .map(s -> texts.text("faces.state.source", s.name()))
                .orElse(texts.text("faces.state.none"));
    }

    /** A face as a whole, or one of its points, with its place. */
    static String spoken(Texts texts, FaceMark face, int number, Grasp grasped) {
        return grasped.mark()
                .map(
                        m ->
                                texts.text(
                                        "faces.spoken.point",
                                        number,
                                        mark(texts, m),
                                        at(texts, face.points().at(m))))
                .orElseGet(
                        () ->
                                texts.text(
                                        "faces.spoken",
                                        number,
                                        at(texts, face.points().nose()),
                                        state(texts, face)));
    }

    private static String at(Texts texts, Point p) {
        return texts.text("pose.place", Math.round(p.x()), Math.round(p.y()));
    }
}
