/** As little as a scenario can say. */
export const SMALL = `
id: small
title: Nhỏ
opens: 2020-03-02T07:00:00+07:00
closes: 2020-03-02T08:00:00+07:00
paper: { share: 0, wholly: 0 }
groups:
  districts: { where: inside, level: district }
flows:
  - id: round
    from: districts
    to: [{ group: districts, take: all }]
    documents: 1
    notations: [CV]
    types: [Công văn]
    subjects: [Về việc]
`;
