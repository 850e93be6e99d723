package mien.engine.train;

/** DiffusionRig's two trainings: of many people, then of one (Ding et al. 2023, section 3). */
enum RigStage {
    /** Many people: everything learns. */
    GENERIC,
    /**
     * About twenty pictures of one person: only the U-Net learns. The latent encoder's weights
     * stay, but its batch normalisations use and keep following the statistics of each batch, as in
     * the authors' program (reference diffusionrig.md §9).
     */
    PERSONAL;

    /** Whether a tensor of the checkpoint is learnt. */
    boolean learns(String name) {
        return this == GENERIC || name.startsWith("denoisingUNet.");
    }
}
