package mien.engine.edit.faceswap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import mien.engine.checkpoint.StoredTensors;
import mien.engine.edit.EditException;
import mien.engine.net.AdmConfig;
import mien.engine.net.AdmOptions;
import mien.engine.net.ArcFace;
import mien.engine.net.BiSeNet;
import mien.engine.net.EyeNetConfig;

/**
 * What a pack says of the networks that DiffFace's authors published, or that stand in for them
 * (reference diffface.md §9). What shapes tell is read from the tensors; the rest is as published.
 */
public final class PublishedSwap {

    private static final int SIDE = 256;
    private static final String KNOWS = "id_embed.0.weight"; // 4C0, D

    private static final Map<String, String> ROLES =
            Map.of(
                    "denoiser",
                    SwapModel.UNET,
                    SwapModel.IDENTITY,
                    SwapModel.IDENTITY,
                    ExpertSizes.PARSER,
                    ExpertSizes.PARSER,
                    ExpertSizes.GAZE,
                    ExpertSizes.GAZE,
                    "face-detector",
                    ExpertSizes.DETECTOR,
                    "landmark-finder",
                    ExpertSizes.LANDMARKS);

    private PublishedSwap() {}

    /** The role in a pack of a checkpoint of a role; empty for what no face swap needs. */
    public static Optional<String> role(String published) {
        return Optional.ofNullable(ROLES.get(published));
    }

    /**
     * The sections of a network's file.
     *
     * @param role in the pack
     * @param tensors the network's own
     * @param notes numbers beside them in the file
     * @throws EditException if nothing is known of the role
     */
    public static ObjectNode sections(
            String role, StoredTensors tensors, Map<String, String> notes) {
        return switch (role) {
            case SwapModel.UNET ->
                    SwapModel.unetSections(SIDE, unet(tensors), SwapModel.Diffusion.published());
            case SwapModel.IDENTITY -> SwapModel.expertSection(role, ArcFace.Config.of(tensors));
            case ExpertSizes.PARSER ->
                    SwapModel.expertSection(
                            role,
                            new ExpertSizes.Parser(
                                    ExpertSizes.Parser.published().side(),
                                    BiSeNet.Config.of(tensors)));
            case ExpertSizes.GAZE -> SwapModel.expertSection(role, EyeNetConfig.of(tensors, notes));
            case ExpertSizes.DETECTOR ->
                    SwapModel.expertSection(role, ExpertSizes.Detector.published());
            case ExpertSizes.LANDMARKS ->
                    SwapModel.expertSection(role, ExpertSizes.Landmarks.published());
            default ->
                    throw new EditException(
                            "A face swap has no network '%s': name one of %s."
                                    .formatted(role, new TreeSet<>(ROLES.values())));
        };
    }

    /** The published network, or the same without an identity. */
    private static AdmConfig unet(StoredTensors tensors) {
        AdmConfig published = AdmConfig.diffFace256();
        int identity =
                tensors.names().contains(KNOWS)
                        ? (int) tensors.tensors().get(KNOWS).shape().get(1)
                        : 0;
        return AdmOptions.of(published, SIDE)
                .config(
                        new AdmOptions.Ends(
                                published.inChannels(), published.outChannels(), 0, identity));
    }
}
