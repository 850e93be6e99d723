package mien.engine.picture.pose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mien.engine.picture.WholeFile;
import mien.engine.picture.WholeFile.Until;

/**
 * The figures of a pose file, and everything else that stands in it. Changing a figure changes its
 * own numbers only: hands and faces move along with wrists and nose, whatever else a file holds
 * stays as it is.
 */
public final class PoseFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST = 32L << 20;

    private final JsonNode root;
    private final List<PosePerson> people;

    private PoseFile(JsonNode root, List<PosePerson> people) {
        this.root = root;
        this.people = List.copyOf(people);
    }

    /**
     * @throws PoseException if the file cannot be read or holds no figure
     */
    public static PoseFile read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new PoseException(
                        "The pose file %s is larger than 32 MB: choose one of a single picture."
                                .formatted(file));
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new PoseException(
                    "The pose file %s cannot be read: check that it is there, may be read and is text."
                            .formatted(file),
                    e);
        }
    }

    /**
     * @param source what the text is called in a complaint
     * @throws PoseException if the text holds no figure
     */
    public static PoseFile parse(String text, String source) {
        try {
            JsonNode root = JSON.readTree(text);
            return new PoseFile(root, PosePerson.all(root, source));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null
                            ? ""
                            : " (line %d)".formatted(e.getLocation().getLineNr());
            throw new PoseException(
                    "%s is not JSON%s: choose a pose file of OpenPose or COCO."
                            .formatted(source, where),
                    e);
        }
    }

    /**
     * A new file in OpenPose's form.
     *
     * @param width of the picture the figures stand in
     * @param height of it
     */
    public static PoseFile openPose(List<Skeleton> figures, int width, int height) {
        ObjectNode root = JSON.createObjectNode().put("version", 1.3);
        ArrayNode people = root.putArray("people");
        figures.forEach(f -> blank(people.addObject(), "pose_keypoints_2d", Notation.BODY_18));
        root.put("canvas_width", width).put("canvas_height", height);
        return filled(root, figures);
    }

    /**
     * A new file in COCO's form, which knows no neck.
     *
     * @param width of the picture the figures stand in
     * @param height of it
     */
    public static PoseFile coco(List<Skeleton> figures, int width, int height) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("images").addObject().put("id", 1).put("width", width).put("height", height);
        ArrayNode people = root.putArray("annotations");
        for (int i = 0; i < figures.size(); i++) {
            ObjectNode one = people.addObject();
            one.put("id", i + 1).put("image_id", 1).put("category_id", 1).put("num_keypoints", 0);
            blank(one, "keypoints", Notation.COCO_17);
        }
        return filled(root, figures);
    }

    private static void blank(ObjectNode person, String key, Notation notation) {
        ArrayNode numbers = person.putArray(key);
        for (int i = 0; i < 3 * notation.points(); i++) {
            numbers.add(0);
        }
    }

    private static PoseFile filled(ObjectNode root, List<Skeleton> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("a pose file needs a figure");
        }
        PoseFile file = new PoseFile(root, PosePerson.all(root, "a new file"));
        for (int i = 0; i < figures.size(); i++) {
            file = file.with(i, figures.get(i));
        }
        return file;
    }

    /** Everybody in it. */
    public List<Skeleton> figures() {
        return people.stream().map(PosePerson::figure).toList();
    }

    /** How somebody's numbers were written. */
    public Notation notation(int person) {
        return people.get(person).notation();
    }

    /** How many points of hands, face and feet it holds that are no joints of a figure. */
    public int furtherPoints() {
        return people.stream().mapToInt(p -> p.furtherPoints(root)).sum();
    }

    /** With somebody's figure changed. */
    public PoseFile with(int person, Skeleton figure) {
        JsonNode next = root.deepCopy();
        PosePerson changed = people.get(person).put(next, figure);
        List<PosePerson> all = new ArrayList<>(people);
        all.set(person, changed);
        return new PoseFile(next, all);
    }

    /** The whole file. */
    public String text() {
        return root.toString();
    }

    /**
     * Writes beside the file and moves over it.
     *
     * @throws PoseException if it cannot be written
     */
    public void write(Path file) {
        try {
            WholeFile.replace(file, Until.ON_DISK, text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PoseException(
                    "The pose cannot be written to %s: check that the folder is there, may be written to and has room."
                            .formatted(file),
                    e);
        }
    }
}
