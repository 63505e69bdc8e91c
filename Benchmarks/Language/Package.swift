// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "language-benchmarks",
    dependencies: [.package(name: "timeline", path: "../..")],
    targets: [
        .executableTarget(
            name: "language-score",
            dependencies: [
                .product(name: "NewsLanguage", package: "timeline"),
                .product(name: "NewsExtraction", package: "timeline"),
            ],
            path: "Sources/language-score",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]
        )
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
