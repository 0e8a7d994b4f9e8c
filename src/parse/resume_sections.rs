//! The titles that the sections of a resume have, in several languages.

use super::resume_words::fold;

/// A kind of section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResumeSection {
    /// Where somebody worked.
    Experience,
    /// Where somebody learned.
    Education,
    /// What somebody can do.
    Skills,
    /// What somebody was certified or honoured for.
    Awards,
    /// Which languages somebody speaks.
    Languages,
    /// Who somebody is.
    Profile,
}

/// Titles, folded, without a final colon.
const TITLES: &[(ResumeSection, &[&str])] = &[
    (
        ResumeSection::Experience,
        &[
            "experience",
            "experiences",
            "work experience",
            "professional experience",
            "work history",
            "employment",
            "employment history",
            "relevant experience",
            "job experience",
            "career",
            "work",
            "experiencia",
            "experiencia laboral",
            "experiencia profesional",
            "experiencia profissional",
            "experience professionnelle",
            "experiences professionnelles",
            "berufserfahrung",
            "beruflicher werdegang",
            "esperienza",
            "esperienze",
            "esperienza lavorativa",
            "職歴",
            "職務経歴",
            "경력",
            "工作经历",
            "опыт работы",
        ],
    ),
    (
        ResumeSection::Education,
        &[
            "education",
            "education and training",
            "education & training",
            "academic background",
            "educational background",
            "academics",
            "educacion",
            "formacion",
            "formacion academica",
            "educacao",
            "formacao",
            "formacao academica",
            "formation",
            "formations",
            "ausbildung",
            "bildung",
            "bildungsweg",
            "schulbildung",
            "studium",
            "istruzione",
            "formazione",
            "学歴",
            "학력",
            "教育背景",
            "образование",
        ],
    ),
    (
        ResumeSection::Skills,
        &[
            "skills",
            "technical skills",
            "key skills",
            "core skills",
            "hard skills",
            "soft skills",
            "my skills",
            "skills & tools",
            "skills and tools",
            "technologies",
            "core competencies",
            "proficiencies",
            "proficiency",
            "habilidades",
            "competencias",
            "conocimientos",
            "aptitudes",
            "competences",
            "kenntnisse",
            "fahigkeiten",
            "faehigkeiten",
            "kompetenzen",
            "competenze",
            "スキル",
            "기술",
            "技能",
            "навыки",
        ],
    ),
    (
        ResumeSection::Awards,
        &[
            "certifications",
            "certification",
            "certificates",
            "licenses & certifications",
            "awards",
            "honors",
            "awards and honors",
            "honors & awards",
            "achievements",
            "publications",
            "certificaciones",
            "certificacoes",
            "zertifikate",
            "auszeichnungen",
            "certificati",
            "資格",
            "免許・資格",
            "자격증",
        ],
    ),
    (
        ResumeSection::Languages,
        &["languages", "idiomas", "langues", "sprachen", "sprachkenntnisse", "lingue", "語学", "언어"],
    ),
    (
        ResumeSection::Profile,
        &[
            "summary",
            "professional summary",
            "career summary",
            "objective",
            "career objective",
            "profile",
            "professional profile",
            "perfil",
            "perfil profesional",
            "perfil profissional",
            "profil",
            "profilo",
            "resumo profissional",
            "personal data",
            "personliche daten",
            "自己pr",
            "자기소개",
            "references",
        ],
    ),
];

/// The section that a title names, where the text is nothing but such a title.
pub fn resume_section(text: &str) -> Option<ResumeSection> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    let title = fold(text);
    let title = title.trim_matches(|c: char| !c.is_alphanumeric());
    TITLES.iter().find(|(_, titles)| titles.contains(&title)).map(|(section, _)| *section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        let table = [
            ("Work Experience:", Some(ResumeSection::Experience)),
            ("  EDUCATION ", Some(ResumeSection::Education)),
            ("Fähigkeiten", Some(ResumeSection::Skills)),
            ("Formação acadêmica", Some(ResumeSection::Education)),
            ("学歴", Some(ResumeSection::Education)),
            ("My experience with trains", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(resume_section(text), expected, "{text}");
        }
    }
}
