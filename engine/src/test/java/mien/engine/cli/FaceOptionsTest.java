package mien.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.FaceMark;
import mien.engine.edit.Handle;
import mien.engine.picture.FivePoints;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that say which face gets whose. */
class FaceOptionsTest {

    private static final Picture DOT = Picture.filled(1, 1, 0xff000000);

    /** A picture that is nothing but faces. */
    private record Group(String name, List<FaceMark> faces) implements EditSpec {

        @Override
        public Picture source() {
            return DOT;
        }

        Group changed(int id, UnaryOperator<FaceMark> change) {
            List<FaceMark> next = new ArrayList<>(faces);
            next.replaceAll(f -> f.id() == id ? change.apply(f) : f);
            return new Group(name, next);
        }
    }

    private static FaceMark face(int id, double size) {
        FivePoints points = FivePoints.of(0, 0, size, 0, 0, 0, 0, size, size, size);
        FaceMark.Box box = new FaceMark.Box(0, 0, size, size);
        return new FaceMark(id, box, points, false, true, Optional.empty());
    }

    private static Group group(String name, double... sizes) {
        List<FaceMark> faces = new ArrayList<>();
        for (double size : sizes) {
            faces.add(face(faces.size() + 1, size));
        }
        return new Group(name, faces);
    }

    private static final class Editing implements Handle.FaceEditing<Group> {
        @Override
        public Group withPoints(Group spec, int face, FivePoints points) {
            throw new AssertionError("no option moves points");
        }

        @Override
        public Group added(Group spec, FivePoints points) {
            List<FaceMark> next = new ArrayList<>(spec.faces);
            next.add(face(spec.faces.size() + 1, points.rightEye().x()));
            return new Group(spec.name, next);
        }

        @Override
        public Group removed(Group spec, int face) {
            throw new AssertionError("no option removes");
        }

        @Override
        public Group chosen(Group spec, int face, boolean chosen) {
            throw new AssertionError("no option does not choose");
        }

        @Override
        public Group taken(Group spec, int face, Group from, int fromFace, String name) {
            HANDLE.face(spec, face);
            HANDLE.face(from, fromFace);
            String taken = name + "#" + fromFace;
            return spec.changed(
                    face,
                    f ->
                            new FaceMark(
                                    f.id(),
                                    f.box(),
                                    f.points(),
                                    f.placed(),
                                    true,
                                    Optional.of(new FaceMark.Source(DOT, taken, ""))));
        }

        @Override
        public Group noted(Group spec, int face, String rights) {
            String name = HANDLE.face(spec, face).source().orElseThrow().name();
            FaceMark.Source noted = new FaceMark.Source(DOT, name, rights);
            return spec.changed(
                    face,
                    f ->
                            new FaceMark(
                                    f.id(),
                                    f.box(),
                                    f.points(),
                                    f.placed(),
                                    true,
                                    Optional.of(noted)));
        }

        @Override
        public Group withoutSource(Group spec, int face) {
            throw new AssertionError("no option gives back");
        }
    }

    private static final Handle.Faces<Group> HANDLE =
            new Handle.Faces<>("faces", Group::faces, new Editing());

    private static final Group TARGET = group("target", 10, 30, 20);

    /** Who the faces become, from the left, after these words. */
    private static List<String> after(Group target, Group source, String... words) {
        List<ControlOption<Group>> options = new FaceOptions<>(HANDLE, "target").all();
        CommandSpec command = CommandSpec.create();
        options.forEach(o -> command.addOption(o.option()));
        CommandLine.ParseResult parsed = new CommandLine(command).parseArgs(words);
        Group spec = target;
        for (ControlOption<Group> o : options) {
            OptionSpec given = parsed.matchedOption(o.option().longestName());
            spec =
                    given == null
                            ? spec
                            : o.setting().with(spec, given.getValue(), (Path file) -> source);
        }
        return spec.faces.stream()
                .map(f -> f.source().map(s -> (s.name() + " " + s.rights()).strip()).orElse("-"))
                .toList();
    }

    @Test
    void oneSourceGoesFromItsLargestFaceToTheLargest() {
        Group source = group("s", 5, 9, 7);
        assertEquals(List.of("-", "s.png#2", "-"), after(TARGET, source, "--source", "dir/s.png"));
    }

    @Test
    void whichFacesCanBeSaid() {
        Group source = group("s", 5, 9, 7);
        String[] words = {"--source", "s.png", "--source-face", "3", "--target-face", "1"};
        assertEquals(List.of("s.png#3", "-", "-"), after(TARGET, source, words));
    }

    @Test
    void severalSourcesGoFromLeftToRightWithTheirNotes() {
        String[] words = {
            "--source", "a.png", "--rights", "mine", "--source", "b.png", "--rights", "hers"
        };
        assertEquals(
                List.of("a.png#1 mine", "b.png#1 hers", "-"), after(TARGET, group("s", 5), words));
    }

    @Test
    void severalSourcesGoWhereIsSaidEachToAFaceOfItsOwn() {
        assertEquals(
                List.of("b.png#1", "-", "a.png#1"),
                two(TARGET, "--target-face=3", "--target-face=1"));
        assertRefused("--target-face only 1", () -> two(TARGET, "--target-face=2"));
        assertRefused("two sources", () -> two(TARGET, "--target-face=2", "--target-face=2"));
        assertRefused("fewer faces (1)", () -> two(group("target", 10)));
        assertRefused("no face was found in the picture of --target:", () -> two(group("target")));
    }

    private static List<String> two(Group target, String... words) {
        List<String> all = new ArrayList<>(List.of("--source", "a.png", "--source", "b.png"));
        all.addAll(List.of(words));
        return after(target, group("s", 5), all.toArray(String[]::new));
    }

    @Test
    void facesCanBePlacedInBothPictures() {
        String points = "0,0,40,0,0,0,0,40,40,40";
        String[] words = {
            "--target-points", points, "--source", "s.png", "--source-points", points
        };
        assertEquals(List.of("-", "-", "-", "s.png#1"), after(TARGET, group("s"), words));
    }

    @Test
    void whatCannotBeMeantIsOneSentence() {
        Group none = group("s");
        refused("--source: give its five points with --source-points", none, "--source", "s.png");
        refused("there are 1, but --source was given 0 times", none, "--target-face", "1");
        refused("there are 1, but --source was given 0 times", none, "--rights", "mine");
        refused("no face 9", group("s", 3), "--source", "s.png", "--target-face", "9");
        String[] few = {"--target-points", "1,2,3"};
        assertThrows(Refusal.class, () -> after(TARGET, none, few));
    }

    private static void refused(String why, Group source, String... words) {
        assertRefused(why, () -> after(TARGET, source, words));
    }

    private static void assertRefused(String why, Executable words) {
        EditException e = assertThrows(EditException.class, words);
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }
}
