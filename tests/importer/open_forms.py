"""Forms of giving work in the author's own words: labels no list knows, steps, positions, prose,
days that no word binds. The text, and what is to be read.
"""

from tests.importer.test_constructions import DECISION, NOTICE, PLAN, STATE

LETTER = STATE.format(code="UBND") + "Kính gửi: Các thôn, các trường.\n\n"

FORMS = {
    "labels of who and when in other words": (
        PLAN + "II. CÁC VIỆC\n1. Sửa cầu treo.\n+ Bộ phận tham mưu: Phòng Kinh tế\n"
        "+ Cùng làm: Đoàn xã\n+ Phải xong: chậm nhất 14/4/2026\n"
        "2. Vét giếng làng.\n+ Người lo việc: Hội Nông dân xã\n+ Ngày làm: 20/4/2026\n",
        [
            ("Sửa cầu treo", ["Phòng Kinh tế"], "2026-04-14"),
            ("Vét giếng", ["Hội Nông dân xã"], "2026-04-20"),
        ],
    ),
    "labels between brackets and as questions": (
        PLAN + "II. CÁC VIỆC\n2.1. Tu sửa đình làng.\n[Ai làm] Phòng Văn hóa - Xã hội\n"
        "[Khi nào] xong trước ngày 10/7/2026\n2.2. Trồng cây xanh.\nAi lo? Hội Phụ nữ xã\n"
        "Bao giờ xong? tháng 8/2026\n",
        [
            ("Tu sửa đình", ["Phòng Văn hóa - Xã hội"], "2026-07-09"),
            ("Trồng cây", ["Hội Phụ nữ xã"], "2026-08-31"),
        ],
    ),
    "a label that ends in trước excludes its day": (
        PLAN + "II. CÁC VIỆC\n1. Lập danh mục hồ sơ\nĐầu mối: Phòng Kinh tế\n"
        "Xong trước: 31/3/2026\n",
        [("Lập danh mục", ["Phòng Kinh tế"], "2026-03-30")],
    ),
    "works numbered by ordinals": (
        PLAN + "II. CÁC VIỆC\nViệc thứ nhất: Kẻ vẽ khẩu hiệu.\n- Đơn vị chủ trì: Đoàn xã\n"
        "- Thời hạn: 01/3/2026\nViệc thứ hai: Treo cờ.\n- Đơn vị chủ trì: Các thôn\n"
        "- Thời hạn: 02/3/2026\n",
        [("Kẻ vẽ", ["Đoàn xã"], "2026-03-01"), ("Treo cờ", ["Các thôn"], "2026-03-02")],
    ),
    "steps of a work": (
        PLAN + "II. TRÌNH TỰ\nBước 1. Công an xã xác minh lý lịch, xong ngày 25/3. Trạm Y tế sơ"
        " tuyển trong tháng 4/2026.\nBước 2. Các thôn họp bình xét trước ngày 05/5/2026.\n",
        [
            ("xác minh", ["Công an xã"], "2026-03-25"),
            ("sơ tuyển", ["Trạm Y tế"], "2026-04-30"),
            ("họp bình xét", ["Các thôn"], "2026-05-04"),
        ],
    ),
    "ordinals of a letter": (
        LETTER + "Ủy ban nhân dân xã có ý kiến như sau:\n"
        "Thứ nhất, đề nghị Công an xã cấp căn cước cho học sinh trong tháng 4/2026.\n"
        "Thứ hai, các trường học rà soát mã định danh, gửi danh sách chậm nhất ngày 15/3/2026.\n",
        [
            ("cấp căn cước", ["Công an xã"], "2026-04-30"),
            ("rà soát mã", ["các trường học"], "2026-03-15"),
        ],
    ),
    "dashes of a letter behind a request": (
        LETTER + "Văn phòng HĐND và UBND đề nghị:\n\n"
        "- Phòng Kinh tế cung cấp số liệu trước ngày 05/3/2026.\n"
        "- Các thôn báo cáo số hộ thiếu nước ngày 08/3/2026.\n",
        [
            ("cung cấp số liệu", ["Phòng Kinh tế"], "2026-03-04"),
            ("báo cáo số hộ", ["Các thôn"], "2026-03-08"),
        ],
    ),
    "prose without a number": (
        STATE.format(code="CT") + "CHỈ THỊ\nVề phòng cháy\n\n"
        "Để phòng cháy mùa khô, Chủ tịch Ủy ban nhân dân xã yêu cầu:\n\n"
        "Công an xã kiểm tra các chợ trước ngày 15/4/2026. Phòng Kinh tế sửa trụ nước trong quý"
        " II/2026.\n\nHội Nông dân xã vận động hội viên dọn rơm, xong trong tháng 5/2026.\n",
        [
            ("kiểm tra các chợ", ["Công an xã"], "2026-04-14"),
            ("sửa trụ nước", ["Phòng Kinh tế"], "2026-06-30"),
            ("dọn rơm", ["Hội Nông dân xã"], "2026-05-31"),
        ],
    ),
    "leads behind a dash": (
        PLAN + "A. Việc cần chuẩn bị\n(1) In phiếu điều tra - Văn phòng HĐND và UBND;\n"
        "(2) Tập huấn điều tra viên - Phòng Văn hóa - Xã hội cùng Trạm Y tế.\nB. Thời gian\n"
        "Toàn bộ phần chuẩn bị ở trên xong trước ngày 15/9/2026 để kịp điều tra.\n",
        [
            ("In phiếu", ["Văn phòng HĐND và UBND"], "2026-09-14"),
            ("Tập huấn", ["Phòng Văn hóa - Xã hội"], "2026-09-14"),
        ],
    ),
    "a heading with its lead over days": (
        PLAN + "1. Hội thi nhà nông - Hội Nông dân xã chủ trì\n"
        "- Đến 28/02/2026: phổ biến thể lệ;\n- Ngày 26/4/2026: chung khảo.\n",
        [
            ("phổ biến", ["Hội Nông dân xã"], "2026-02-28"),
            ("chung khảo", ["Hội Nông dân xã"], "2026-04-26"),
        ],
    ),
    "a heading with its lead in brackets over steps": (
        PLAN + "Công việc A. Dời chuồng trại (Phòng Kinh tế phụ trách, các thôn tham gia)\n"
        "- bước 1, kê khai số hộ, từ 05/7 đến 20/7/2026;\n- bước 2, dỡ bỏ, hết ngày 30/11/2026.\n",
        [
            ("kê khai", ["Phòng Kinh tế"], "2026-07-20"),
            ("dỡ bỏ", ["Phòng Kinh tế"], "2026-11-30"),
        ],
    ),
    "labels over numbered lines with days": (
        PLAN + "II. LỘ TRÌNH\n1. Số hóa hồ sơ\n"
        "Cơ quan thực hiện: Văn phòng HĐND và UBND; cơ quan cùng thực hiện: Công an xã\n"
        "1.1. Chậm nhất 31/3/2026, thống kê hồ sơ.\n1.2. Chậm nhất 30/6/2026, quét xong hồ sơ.\n",
        [
            ("thống kê", ["Văn phòng HĐND và UBND"], "2026-03-31"),
            ("quét xong", ["Văn phòng HĐND và UBND"], "2026-06-30"),
        ],
    ),
    "positions with days": (
        DECISION.format(about="thành lập Tổ công tác") + "Điều 1. Nhiệm vụ của từng người\n"
        "a) Tổ phó: kiểm đếm tài sản, hoàn thành ngày 30/6/2026; công khai phương án, từ 01/7 đến"
        " 10/7/2026.\nb) Tổ viên Nguyễn Văn Bắc: trích đo từng thửa, chậm nhất 18/6/2026.\n"
        "c) Thư ký: ghi chép, lưu hồ sơ.\n",
        [
            ("kiểm đếm", ["Tổ phó"], "2026-06-30"),
            ("công khai", ["Tổ phó"], "2026-07-10"),
            ("trích đo", ["Tổ viên Nguyễn Văn Bắc"], "2026-06-18"),
        ],
    ),
    "members of a committee with days": (
        NOTICE.format(about="Phân công nhiệm vụ các thành viên Ủy ban bầu cử")
        + "1. Đồng chí Nguyễn Văn Đông, Bí thư Đảng ủy, Chủ tịch Ủy ban\n"
        "- Ký danh sách ứng cử, chậm nhất ngày 18/3/2026.\n- Chủ trì họp, ngày 27/3/2026.\n"
        "2. Đồng chí Lò Thị Anh, Chánh Văn phòng, Ủy viên, Thư ký\n"
        "Phụ trách công tác hậu cần.\n- In phiếu bầu trước ngày 12/3/2026.\n",
        [
            (
                "Ký danh",
                ["Đồng chí Nguyễn Văn Đông, Bí thư Đảng ủy, Chủ tịch Ủy ban"],
                "2026-03-18",
            ),
            (
                "Chủ trì",
                ["Đồng chí Nguyễn Văn Đông, Bí thư Đảng ủy, Chủ tịch Ủy ban"],
                "2026-03-27",
            ),
            ("In phiếu", ["Đồng chí Lò Thị Anh, Chánh Văn phòng, Ủy viên, Thư ký"], "2026-03-11"),
        ],
    ),
    "an office and its holder over dashes": (
        PLAN + "I. Thành phần, nhiệm vụ thành viên Đoàn\n"
        "TRƯỞNG ĐOÀN (đồng chí Lò Văn Thiện, Phó Chủ tịch HĐND xã)\n"
        "+ ký đề cương giám sát: ngày 08/9;\n+ kết luận buổi làm việc: ngày 06/10.\n",
        [
            ("ký đề", ["TRƯỞNG ĐOÀN (đồng chí Lò Văn Thiện, Phó Chủ tịch HĐND xã)"], "2026-09-08"),
            (
                "kết luận",
                ["TRƯỞNG ĐOÀN (đồng chí Lò Văn Thiện, Phó Chủ tịch HĐND xã)"],
                "2026-10-06",
            ),
        ],
    ),
    "a body with commas in its name before a colon": (
        DECISION.format(about="giao việc") + "Điều 1. Giao việc cho các phòng:\n"
        "1. Phòng Công chức, viên chức: lập danh mục vị trí.\n"
        "2. Phòng Kinh tế, Hạ tầng và Đô thị: lập dự toán.\n"
        "Điều 2. Các nhóm nộp sản phẩm cho Thư ký chậm nhất ngày 20/11/2026.\n",
        [
            ("lập danh mục", ["Phòng Công chức, viên chức"], "2026-11-20"),
            ("lập dự toán", ["Phòng Kinh tế, Hạ tầng và Đô thị"], "2026-11-20"),
        ],
    ),
    "a section on time that says more": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã về kiểm tra thu quỹ")
        + "I. Yêu cầu khắc phục\n1. Chi bộ Trạm Y tế truy thu phần chênh lệch.\n"
        "2. Văn phòng Đảng ủy cấp lại mẫu sổ.\nII. Thời hạn\n"
        "Các chi bộ có tên ở mục I thực hiện xong và gửi báo cáo trong vòng 30 ngày, tức là không"
        " quá ngày 11/7/2026.\n",
        [
            ("truy thu", ["Chi bộ Trạm Y tế"], "2026-07-11"),
            ("cấp lại", ["Văn phòng Đảng ủy"], "2026-07-11"),
        ],
    ),
    "a second body or a second day in one sentence": (
        PLAN + "III. NHIỆM VỤ\n1. Về quy hoạch, Phòng Kinh tế công bố ranh giới trước ngày"
        " 30/9/2026, còn Hạt Kiểm lâm Mẫu Sơn rà lại diện tích, xong trong tháng 8/2026.\n"
        "2. Công an xã mở đợt kiểm tra trước ngày 15/7/2026 và lập hồ sơ xử lý, trình trong tháng"
        " 8/2026.\n3. Đoàn xã cùng Hội Phụ nữ xã dựng vườn ươm, quý III/2026.\n",
        [
            ("công bố", ["Phòng Kinh tế"], "2026-09-29"),
            ("rà lại", ["Hạt Kiểm lâm Mẫu Sơn"], "2026-08-31"),
            ("mở đợt", ["Công an xã"], "2026-07-14"),
            ("lập hồ sơ", ["Công an xã"], "2026-08-31"),
            ("dựng vườn", ["Đoàn xã"], "2026-09-30"),
        ],
    ),
    "appeals to everybody": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại phiên họp giao ban")
        + "1. Giáo dục: các trường chốt danh sách tuyển sinh, báo cáo ngày 25/7/2026.\n"
        "2. Ba trưởng thôn họp dân (hạn: 10/7/2026), có đại diện Mặt trận dự.\n"
        "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.\n",
        [
            ("chốt danh sách", ["các trường"], "2026-07-25"),
            ("họp dân", ["Ba trưởng thôn"], "2026-07-10"),
        ],
    ),
    "phases with their time in brackets": (
        PLAN + "II. NHIỆM VỤ\nGiai đoạn 1 (xong trước 30/9/2026)\n- Trạm Y tế: kiểm tra tủ thuốc.\n"
        "Giai đoạn 2 (tháng 10/2026)\n- Công an xã: chốt chặn ngầm tràn.\n",
        [
            ("kiểm tra tủ", ["Trạm Y tế"], "2026-09-29"),
            ("chốt chặn", ["Công an xã"], "2026-10-31"),
        ],
    ),
    "steps behind an angle": (
        PLAN + "B. Nhiệm vụ\nNhóm 1. Hạ tầng\nViệc 1: Nâng cấp đường truyền\n"
        "> Làm chính: Văn phòng HĐND và UBND\n> Làm cùng: Công an xã\n> Xong: quý II\n",
        [("Nâng cấp", ["Văn phòng HĐND và UBND"], "2026-06-30")],
    ),
    "who and when in sections of their own": (
        PLAN + "I. NỘI DUNG\n1. Lập danh sách bếp ăn tập thể;\n2. Lấy 40 mẫu xét nghiệm.\n"
        "II. ĐƠN VỊ THỰC HIỆN\nPhòng Văn hóa - Xã hội chủ trì; Trạm Y tế phối hợp.\n"
        "III. THỜI HẠN\nXong trước ngày 30/6/2026.\n",
        [
            ("Lập danh sách", ["Phòng Văn hóa - Xã hội"], "2026-06-29"),
            ("Lấy 40 mẫu", ["Phòng Văn hóa - Xã hội"], "2026-06-29"),
        ],
    ),
    "labels side by side on the line below": (
        PLAN + "II. CÁC BƯỚC\n1. Khảo sát, lập hồ sơ.\n"
        "Người chủ trì: Phòng Kinh tế. Người phối hợp: trưởng các thôn. Hạn cuối: 30/9.\n"
        "2. Cấp mã vùng trồng.\nNgười chủ trì: UBND xã. Hạn cuối: 31/10.\n",
        [
            ("Khảo sát", ["Phòng Kinh tế"], "2026-09-30"),
            ("Cấp mã", ["UBND xã"], "2026-10-31"),
        ],
    ),
    "who and when behind a colon, a dash, in square brackets": (
        PLAN + "II. VIỆC LÀM\n1. Nhận vắc xin: DS. Phan Minh - 08/6.\n"
        "2. Lập trang quảng bá du lịch. [Đoàn xã; trước 30/4/2026]\n"
        "3. Trước 15/4: Sơ kết Nghị quyết; Văn phòng Đảng ủy tham mưu.\n",
        [
            ("Nhận vắc xin", ["DS. Phan Minh"], "2026-06-08"),
            ("Lập trang", ["Đoàn xã"], "2026-04-29"),
            ("Sơ kết", ["Văn phòng Đảng ủy"], "2026-04-14"),
        ],
    ),
    "numbers in brackets with a dot": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại phiên họp")
        + "(1). Giao Công an xã rà soát tạm trú, tối 10/6/2026.\n"
        "(2). Thầy Phan Văn Đức (Phó Hiệu trưởng): duyệt văn nghệ - 05/11; ký giấy mời - 10/11.\n",
        [
            ("rà soát", ["Công an xã"], "2026-06-10"),
            ("duyệt", ["Thầy Phan Văn Đức (Phó Hiệu trưởng)"], "2026-11-05"),
            ("ký giấy", ["Thầy Phan Văn Đức (Phó Hiệu trưởng)"], "2026-11-10"),
        ],
    ),
    "numbers with a stroke and labels nobody has met": (
        PLAN + "2/ CÁC BIỆN PHÁP\n2.1/ Nạo vét kênh cấp hai\n"
        "Bộ phận xung trận: Ban Quản lý thủy lợi\nGóp tay: Đoàn xã\nMốc xong: 15/8/2026\n"
        "2.2/ Tu sửa cống đầu mối\nBộ phận xung trận: Phòng Kinh tế\nMốc xong: 30/9/2026\n",
        [
            ("Nạo vét", ["Ban Quản lý thủy lợi"], "2026-08-15"),
            ("Tu sửa", ["Phòng Kinh tế"], "2026-09-30"),
        ],
    ),
    "codes of letters and figures under groups": (
        PLAN + "II. DANH MỤC VIỆC\nNhóm A – Đường sá\n"
        "A1. Dặm vá đường liên thôn\nĐơn vị tham mưu: Phòng Kinh tế. Hạn cuối: 30/5/2026.\n"
        "A2. Sơn vạch qua đường\nĐơn vị tham mưu: Công an xã. Hạn cuối: 15/6/2026.\n"
        "Nhóm B – Cây xanh\n"
        "B1. Trồng 300 cây sao đen\nĐơn vị tham mưu: Đoàn xã – cùng: Hội Nông dân xã."
        " Hạn cuối: 30/7/2026.\n",
        [
            ("Dặm vá", ["Phòng Kinh tế"], "2026-05-30"),
            ("Sơn vạch", ["Công an xã"], "2026-06-15"),
            ("Trồng 300", ["Đoàn xã"], "2026-07-30"),
        ],
    ),
    "letters with a dash": (
        PLAN + "III- PHÂN VIỆC\n1- Công an xã:\n"
        "a- Tuần tra chợ đêm, xong trong tháng 5.\nb- Kiểm tra lưu trú trước ngày 10/6/2026.\n"
        "2- Phường đoàn\na- Mở lớp dạy bơi trước ngày 05/6/2026.\n",
        [
            ("Tuần tra", ["Công an xã"], "2026-05-31"),
            ("Kiểm tra", ["Công an xã"], "2026-06-09"),
            ("Mở lớp", ["Phường đoàn"], "2026-06-04"),
        ],
    ),
    "a position, then the person, over dashes": (
        NOTICE.format(about="Phân công thành viên Ban Tổ chức hội làng")
        + "I. PHÓ TRƯỞNG BAN: Ông Hà Văn Sơn – Trưởng Công an xã\n"
        "• Lập phương án giữ xe, xong trước ngày 10/3/2026;\n• Trực hội, tối 15/3/2026.\n",
        [
            ("Lập phương án", ["Ông Hà Văn Sơn – Trưởng Công an xã"], "2026-03-09"),
            ("Trực hội", ["Ông Hà Văn Sơn – Trưởng Công an xã"], "2026-03-15"),
        ],
    ),
    "bodies of villages, churches and trades": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại hội nghị giao ban")
        + "1. Ban nhân dân các ấp đắp đập tạm trước ngày 20/4/2026.\n"
        "2. Chủ nhà trọ lắp bình chữa cháy trước ngày 30/4/2026.\n"
        "3. Ban trị sự chùa Long An kiểm tra dây điện trong tháng 5/2026.\n",
        [
            ("đắp đập", ["Ban nhân dân các ấp"], "2026-04-19"),
            ("lắp bình", ["Chủ nhà trọ"], "2026-04-29"),
            ("kiểm tra dây", ["Ban trị sự chùa Long An"], "2026-05-31"),
        ],
    ),
    "a section of time behind a long dash": (
        PLAN + "PHẦN 1 — NỘI DUNG\n1. Chi đoàn Quân sự: sửa đường vào thôn.\n"
        "2. Chi đoàn Công an: làm thẻ lưu động.\nPHẦN 2 — THỜI GIAN\n"
        "Các chi đoàn làm những nội dung ở Phần 1 và phải kết thúc vào ngày 31/3/2026.\n",
        [
            ("sửa đường", ["Chi đoàn Quân sự"], "2026-03-31"),
            ("làm thẻ", ["Chi đoàn Công an"], "2026-03-31"),
        ],
    ),
    "bullets of two shapes, a position and its holder above": (
        PLAN + "II. PHÂN CÔNG\n▪ Trưởng đoàn: bà Y Ngân, Phó Chủ tịch HĐND xã\n"
        "- công bố quyết định tại trụ sở: 25/5/2026\n- chủ trì buổi làm việc: 22/6/2026\n"
        "▪ Thư ký: anh Hà Văn Lực, chuyên viên Văn phòng\n"
        "- tổng hợp phiếu khảo sát: trước 22/5/2026\n- lập biên bản làm việc: 23/6/2026\n",
        [
            ("công bố", ["bà Y Ngân, Phó Chủ tịch HĐND xã"], "2026-05-25"),
            ("chủ trì", ["bà Y Ngân, Phó Chủ tịch HĐND xã"], "2026-06-22"),
            ("tổng hợp", ["anh Hà Văn Lực, chuyên viên Văn phòng"], "2026-05-21"),
            ("lập biên bản", ["anh Hà Văn Lực, chuyên viên Văn phòng"], "2026-06-23"),
        ],
    ),
    "a common day over lines that nobody had taken for work": (
        PLAN + "II. Việc của từng cấp\n1. Tổ trưởng dân phố họp bình xét, lập biên bản.\n"
        "2. Chi hội trưởng thu phiếu tự chấm.\n"
        "III. Thời hạn chung\nThời hạn làm xong những việc tại phần II: không muộn hơn ngày"
        " 05/12/2026.\n",
        [
            ("họp bình xét", ["Tổ trưởng dân phố"], "2026-12-05"),
            ("thu phiếu", ["Chi hội trưởng"], "2026-12-05"),
        ],
    ),
    "topics with figures, an appeal, a part of the day": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại hội nghị giao ban")
        + "1. Đường ngõ 15 Lê Lợi: Phòng Kinh tế thảm nhựa trước ngày 20/7/2026.\n"
        "2. Trường Tiểu học Hạ cử 40 học sinh dự thắp nến tối 26/7/2026.\n"
        "Thường trực HĐND xã đề nghị các cơ quan phối hợp thực hiện tốt kết luận này.\n",
        [
            ("thảm nhựa", ["Phòng Kinh tế"], "2026-07-19"),
            ("cử 40", ["Trường Tiểu học Hạ"], "2026-07-26"),
        ],
    ),
    "persons by bare name and post, heads of so many hamlets": (
        PLAN + "II. PHÂN CÔNG\n1. Hà Văn Sơn – PCT UBND\n- Ký thỏa thuận trước ngày 20/5/2026.\n"
        "2. Lò Thị Hoa – Trưởng phòng Kinh tế\n- Khảo sát 9 hợp tác xã trong tháng 6/2026.\n"
        "3. Trưởng 14 thôn vận động hộ ven suối di dời, xong trước ngày 15/6/2026.\n",
        [
            ("Ký thỏa thuận", ["Hà Văn Sơn – PCT UBND"], "2026-05-19"),
            ("Khảo sát", ["Lò Thị Hoa – Trưởng phòng Kinh tế"], "2026-06-30"),
            ("vận động", ["Trưởng 14 thôn"], "2026-06-14"),
        ],
    ),
}
